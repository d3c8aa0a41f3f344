import { parseArgs } from 'node:util';
import { controlHost, vodHost } from './data/hosts.ts';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    seed: { type: 'string', default: '1' },
    images: { type: 'string', default: '64' },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  seed: Number(values.seed),
  images: Number(values.images),
}).catch((error: Error) => {
  console.error(`The sandbox cannot start on port ${values.port}: ${error.message}`);
  process.exit(1);
});

console.log(`The sandbox listens on 127.0.0.1:${sandbox.port}.

Demo site   ${sandbox.site}
Switches    https://${controlHost}/
Credentials ${sandbox.credentialsUri}
            ${sandbox.loopbackCredentialsUri}
`);
for (const account of sandbox.accounts) {
  console.log(`${account.name}
  endpoint    ${vodHost(account.region)}
  own domains ${account.ownDomains.join(', ')}
  holds       ${account.images.length} images, ${account.videos.length} videos`);
  for (const key of account.keys) {
    const token = key.securityToken === undefined ? '' : `  token ${key.securityToken}`;
    console.log(`  ${key.label.padEnd(13)} ${key.accessKeyId}  ${key.accessKeySecret}${token}`);
  }
  console.log();
}
console.log(`Start Chromium with
  --ignore-certificate-errors
  --host-resolver-rules="${sandbox.hostResolverRules}"`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
