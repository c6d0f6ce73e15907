/** Who may ask whether servers are well: nobody, the nodes of a load balancer, or a program on each server itself. */
export const HEARTBEATS = ['none', 'elb', 'local'] as const;

/** One of {@link HEARTBEATS}. */
export type Heartbeats = (typeof HEARTBEATS)[number];
