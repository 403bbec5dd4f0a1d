const asked =
  /^(?:please\s+)?(?:(?:can you\s+|i(?:'d| would)? (?:want|like|need)\s+(?:you to\s+)?)?(?:create|make|produce|generate|film|shoot|show|write)\s+(?:me\s+)?)?(?:an?\s+|the\s+)?(?:\d+[\s-]*(?:s|sec|seconds?|minutes?)[\s-]*(?:long\s+)?)?(?:(?:short|cinematic|vertical|animated|little|quick|beautiful)\s+)*(?:(?:film|video|clip|movie|story|animation|documentary|reel|short|podcast(?:\s+clip)?|advert|ad|commercial|explainer|teaser)\s+)?(?:(?:about|of|on|for|showing|where|in which|explaining)\s+)?/i

const asKind =
  /^(?:an?\s+|the\s+|my\s+|our\s+)?(?:[\p{L}\d-]+\s+){0,3}?(?:films?|trailer|recap|videos?|clips?|movies?|documentary|reel|promo|advert|ad|commercial|explainer|teaser|tribute|portrait|montage|slideshow|intro(?:duction)?|presentation)\s+(?:about|of|on|for|to|showing)\s+/iu

/** A text without what is said to the studio before it: "Make a short film about the sea" → "the sea". */
export const withoutPreamble = (text: string): string => text.replace(asked, '')

/** The same, with what kind of film it is in whatever words: "A calm video of rain on a window" → "rain on a window". */
export const subjectOfFilm = (text: string): string => {
  const bare = text
    .replace(
      /^\s*(?:please\s+)?(?:i(?:'d| would)? (?:want|like|need)\s+(?:you to\s+)?)?(?:make|create|produce|film|show)\s+(?:me\s+)?/i,
      '',
    )
    .replace(/^\s*i(?:'d| would)? (?:want|like|need)\s+/i, '')
  return kindOnly.test(bare) ? '' : bare.replace(asKind, '')
}

/** "Event recap", "Real estate video": what kind of film it is and nothing of what is in it. */
const kindOnly =
  /^(?:(?:an?|the|our|my)\s+)?(?:[\p{L}\d-]+\s+){0,3}(?:videos?|films?|recap|trailer|clip|reel|promo|teaser|montage|slideshow)$/iu
