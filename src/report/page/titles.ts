/** `Welcome to the course`, of `i4x-MITx-6_00x-video-Welcome_to_the_course`. */
export const videoTitle = (id: string): string => id.replace(/^i4x-.*?-video-/, '').replaceAll('_', ' ');

/** `L1 Problem 2`, of `i4x://MITx/6.00x/problem/L1:L1_Problem_2`: a name that repeats its section's says it once. */
export function problemTitle(id: string): string {
  const title = id.slice(id.lastIndexOf('/') + 1);
  const colon = title.indexOf(':');
  const own = title.slice(colon + 1);
  return (own.startsWith(title.slice(0, Math.max(0, colon))) ? own : title).replaceAll('_', ' ');
}

/** A server's name, or that there is none. */
export const serverTitle = (name: string): string => name || 'no server named';
