// The place of a picture or a video that this site does not hold: its text, and a link where it lies elsewhere.

export function PicturePlace({ alt, href, kind }: { alt: string; href?: string; kind?: 'video' }) {
  const text = alt || 'A picture';
  const what = kind === 'video' ? 'Video' : 'Picture';
  return (
    <span className="picture-place">
      {href ? (
        <a href={href} rel="external">
          {what} elsewhere: {text}
        </a>
      ) : (
        <>
          {what} not here: {text}
        </>
      )}
    </span>
  );
}
