// One part a folder; `npm run bench -- --sizes 2000 --runs 3` passes its options on.
import './spotting/main.ts';
