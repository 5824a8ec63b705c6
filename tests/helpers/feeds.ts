/** Reads Atom and JSON feeds as a feed reader does, with a library that did not write them. */
import { parseFeed } from 'feedsmith';

export interface FeedItem {
  id: string;
  title: string;
  url: string;
  published: Date;
  /** When it was last changed. */
  at: Date;
  summary: string;
}

/** The items of a feed, in its order. @throws on what is no feed, and on an item that lacks something */
export function readFeed(text: string): { format: string; title: string; items: FeedItem[] } {
  const found = parseFeed(text);
  const whole = (item: Partial<Record<keyof FeedItem, string | undefined>>): FeedItem => {
    const { id, title, url, summary } = item;
    const [at, published] = [new Date(item.at ?? ''), new Date(item.published ?? '')];
    if (!id || !title || !url || !summary || Number.isNaN(at.getTime()) || Number.isNaN(published.getTime()))
      throw new Error(`An item is not whole: ${JSON.stringify(item)}`);
    return { id, title, url, summary, at, published };
  };
  if (found.format === 'atom') {
    const { title = '', entries = [] } = found.feed;
    return {
      format: 'atom',
      title: wordsOf(title),
      items: entries.map((entry) =>
        whole({
          id: entry.id,
          title: wordsOf(entry.title),
          url: entry.links?.[0]?.href,
          at: entry.updated,
          published: entry.published,
          summary: wordsOf(entry.summary),
        }),
      ),
    };
  }
  if (found.format === 'json') {
    const { title = '', items = [] } = found.feed;
    return {
      format: 'json',
      title,
      items: items.map((item) =>
        whole({
          id: item.id,
          title: item.title,
          url: item.url,
          at: item.date_modified ?? item.date_published,
          published: item.date_published,
          summary: item.summary ?? item.content_text,
        }),
      ),
    };
  }
  throw new Error(`A feed of another kind: ${found.format}`);
}

const wordsOf = (text: string | { value?: string } | undefined): string =>
  typeof text === 'string' ? text : (text?.value ?? '');
