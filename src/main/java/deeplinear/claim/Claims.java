package deeplinear.claim;

import deeplinear.network.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** All claims, as the service loader finds them. */
public final class Claims {

  /** The chapters in the order of the theory; others follow in the order of the alphabet. */
  private static final List<String> CHAPTERS =
      List.of(
          "structure",
          "conservation",
          "lyapunov",
          "landscape",
          "saddles",
          "quotient",
          "manifolds",
          "learning",
          "convergence",
          "extensions",
          "conjectures",
          "questions");

  private static final List<Claim<?>> ALL = load();

  private Claims() {}

  private static List<Claim<?>> load() {
    return ServiceLoader.load(Registered.class, Claims.class.getClassLoader()).stream()
        .<Claim<?>>map(provider -> (Claim<?>) provider.get())
        .sorted(
            Comparator.<Claim<?>>comparingInt(claim -> place(chapter(claim.id())))
                .thenComparing(Claim::id))
        .toList();
  }

  private static int place(String chapter) {
    int place = CHAPTERS.indexOf(chapter);
    return place < 0 ? CHAPTERS.size() : place;
  }

  /** The part of an id before the slash. */
  public static String chapter(String id) {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }

  /** All claims, by chapter. */
  public static List<Claim<?>> all() {
    return ALL;
  }

  /** The claim with an id, if there is one. */
  public static Optional<Claim<?>> lookUp(String id) {
    return ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  /**
   * The claim with an id.
   *
   * @throws IllegalArgumentException naming the id if there is none
   */
  public static Claim<?> find(String id) {
    return lookUp(id)
        .orElseThrow(() -> new IllegalArgumentException("no claim has the id \"" + id + "\""));
  }

  /**
   * The claim with an id, about subjects of a known kind.
   *
   * @throws IllegalArgumentException if there is none, or it is about another kind of subject
   */
  @SuppressWarnings("unchecked")
  public static <I extends Subject> Claim<I> find(String id, Class<I> subject) {
    Claim<?> claim = find(id);
    if (!claim.sheet().subject().equals(subject)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is about %s, not %s",
              id,
              claim.sheet().subject().getSimpleName(),
              subject.getSimpleName()));
    }
    return (Claim<I>) claim;
  }
}
