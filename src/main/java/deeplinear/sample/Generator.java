package deeplinear.sample;

/**
 * A source of random subjects.
 *
 * @param <I> the kind of subject
 */
@FunctionalInterface
public interface Generator<I> {

  /** The next subject; it depends on the draws alone. */
  I next(Draw draw);
}
