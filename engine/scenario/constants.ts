/**
 * Values of the schema that the model needs as well. They are apart from it so that worker threads, whose scenarios have been
 * checked, load nothing to check them with.
 */

/** The parts of handling a matter for which a role needs a mandate. */
export const PARTS = ['identify', 'receive', 'advise', 'look-up', 'decide'] as const;

/** The time of a rate's point that stands for the opening of the doors. */
export const FROM_OPENING = Number.NEGATIVE_INFINITY;
