import { headers } from 'next/headers'

/**
 * Whether a browser loads a whole page, and does not go from one to the next inside the app. A part that streams in
 * later needs script to take its place, so that a document comes whole; bones fill the wait of a navigation only.
 */
export async function asksForDocument(): Promise<boolean> {
  return (await headers()).get('accept')?.includes('text/html') ?? false
}
