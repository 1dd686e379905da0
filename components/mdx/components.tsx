// THE map from names in a post to components.
import { Callout } from '@/components/ui/callout';
import { PicturePlace } from '@/components/ui/picture-place';

export const mdxComponents = {
  callout: Callout,
  'picture-place': PicturePlace,
};
