// The place of a picture that this site does not hold: its text, and a link where it lies elsewhere.

export function PicturePlace({ alt, href }: { alt: string; href?: string }) {
  const text = alt || 'A picture';
  return (
    <span className="picture-place">
      {href ? (
        <a href={href} rel="external">
          Picture elsewhere: {text}
        </a>
      ) : (
        <>Picture not here: {text}</>
      )}
    </span>
  );
}
