// What is shown in place of an image or a video that is not on this site: its alt text, with a link if it is external.
import { ExternalLink } from '@/components/ui/external-link';
import { placeText } from '@/lib/mdx/picture';

export function PicturePlace({ alt, href, kind }: { alt: string; href?: string; kind?: 'video' }) {
  const text = placeText({ alt, kind, isExternal: href !== undefined });
  return <span className="picture-place">{href ? <ExternalLink href={href}>{text}</ExternalLink> : text}</span>;
}
