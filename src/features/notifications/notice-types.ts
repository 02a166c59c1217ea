/** A notice as its person sees it. */
export type NoticeView = {
  id: string;
  type: string;
  title: string;
  body: string;
  /** Path inside the product; null when there is nowhere to go. */
  href: string | null;
  read: boolean;
  /** ISO 8601, UTC. */
  createdAt: string;
};
