/** Would the pagers be reached tonight? */
import type { Finding } from '../desk/check.ts';
import type { Desk } from '../desk/desk.ts';
import { faultOf } from '../outward/request.ts';

/** Those whose address leads nowhere, or into the own network without that being meant. */
export async function lookAtPagers({ file: { pagers } }: Desk): Promise<readonly Finding[]> {
  const found = await Promise.all(
    Object.entries(pagers).map(async ([pager, { address, allowPrivate }]): Promise<readonly Finding[]> => {
      const url = new URL(address);
      const why = await faultOf(url, allowPrivate);
      return why ? [{ type: 'pager', pager, host: url.host, why }] : [];
    }),
  );
  return found.flat();
}
