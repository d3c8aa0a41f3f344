/** Whether a domain looks like an ordinary site rather than one that serves images. */
export function ordinarySite(_domain: string): boolean {
  return false;
}
