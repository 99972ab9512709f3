/** How long a claim and a request may take. Each is shorter than the one that it must end within. */

/** How long a worker may hold what it claimed. When a bot dies, another one goes on after this time. */
export const LEASE_MS = 15_000;
/** For all requests that one message needs. Shorter than the lease, so that a lane is not lost while its message is being sent. */
export const SEND_LIMIT_MS = 12_000;
export const REQUEST_LIMIT_MS = 8_000;
