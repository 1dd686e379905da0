// The elements and attributes of SVG that the site serves, and what is known of the others: for the check and the cleaning.

export const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
  html: 'http://www.w3.org/1999/xhtml',
};

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const elements = words(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon image
  text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker`);

/** Attributes that only name or describe. */
export const describing = words('id class lang role version baseProfile focusable data-name');

/** Attributes that are also properties of CSS. */
export const presentation = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-rendering direction display
  dominant-baseline enable-background fill fill-opacity fill-rule font-family font-size font-stretch font-style
  font-variant font-weight image-rendering isolation letter-spacing marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
  text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode`);

export const geometry = words(`
  clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust markerHeight markerUnits
  markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits patternTransform
  patternUnits points preserveAspectRatio r refX refY rotate rx ry side spacing spreadMethod startOffset textLength
  transform viewBox width x x1 x2 y y1 y2`);

/** A `style` with nothing but what no attribute can say: how colours mix (Compositing 1, 3.4). */
export const blendingStyle = /^\s*(?:(?:mix-blend-mode|isolation)\s*:\s*[a-z-]+\s*(?:;\s*|$))+$/;
