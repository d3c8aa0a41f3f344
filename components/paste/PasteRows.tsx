import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { PasteRow } from '../../utils/paste/paste.ts';
import { kindName, shortName } from '../collection/describe-item.ts';
import { Badge } from '../shared/Badge.tsx';
import { Button } from '../shared/Button.tsx';
import { Cell } from '../shared/Cell.tsx';
import { Grid } from '../shared/Grid.tsx';
import { faultWords, placeWords } from './paste-words.ts';
import './paste-rows.css';

const GUESSED_HEIGHT = 52;

/** A list of the rows: what was understood, and why others are not added. */
export function PasteRows({ rows: all }: { readonly rows: readonly PasteRow[] }) {
  const [active, setActive] = useState<number>();
  const [onlyOut, setOnlyOut] = useState(false);
  const out = useMemo(() => all.filter(({ item }) => item === undefined), [all]);
  const mixed = out.length > 0 && out.length < all.length;
  const rows = mixed && onlyOut ? out : all;
  useEffect(() => setActive(undefined), [rows]);
  return (
    <>
      {mixed && (
        <div>
          <Button pressed={onlyOut} onPress={() => setOnlyOut(!onlyOut)}>
            {t('paste_only_left_out', out.length)}
          </Button>
        </div>
      )}
      <div class="paste-rows">
        <Grid
          label={t('paste_list')}
          count={rows.length}
          rowHeight={GUESSED_HEIGHT}
          measured
          active={active}
          onMove={setActive}
          rowName={(index) => {
            const row = rows[index];
            return row === undefined ? '' : nameOf(row);
          }}
          cells={(index) => {
            const row = rows[index];
            return row === undefined ? null : <Cells row={row} />;
          }}
        />
      </div>
    </>
  );
}

function nameOf(row: PasteRow): string {
  const { item, name, text } = row;
  const said = item === undefined ? faultWords(row) : kindName(item.kind);
  return [placeWords(row), name ?? text, said].join(', ');
}

function Cells({ row }: { readonly row: PasteRow }) {
  const { item, name, text } = row;
  const said = faultWords(row);
  return (
    <>
      <Cell class="paste-line numbers">{placeWords(row)}</Cell>
      <Cell class="paste-said" title={text}>
        <span class="paste-name fixed">{name === undefined ? text : shown(row)}</span>
        {said !== undefined && <span class="paste-why">{said}</span>}
      </Cell>
      <Cell>
        {item === undefined ? (
          <Badge tone="warn">{t('paste_left_out')}</Badge>
        ) : (
          <Badge tone="good">{kindName(item.kind)}</Badge>
        )}
      </Cell>
    </>
  );
}

/** @returns The short name; the full name of a row that is not added: its host may say why. */
function shown({ item, name = '' }: PasteRow): string {
  return item === undefined ? name : shortName(name);
}
