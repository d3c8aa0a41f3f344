/** Whether a domain looks like an ordinary site rather than one that serves images. */
export async function ordinarySite(_domain: string): Promise<boolean> {
  return false;
}
