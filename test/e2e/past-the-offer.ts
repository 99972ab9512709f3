/** Who reports while another outage of the environment is open is asked whether it is the same; here it never is. */
import type { InvokeAnswer } from './people.ts';

type Pressing = { press(title: string): Promise<InvokeAnswer> };

export const OTHER = 'No, ours is different';

/** Presses a scenario, and goes past the offer when there is one. */
export async function chooseScenario(page: Pressing, scenario: string): Promise<void> {
  const answer = await page.press(scenario);
  if (JSON.stringify(answer).includes('"join-not"')) await page.press(OTHER);
}
