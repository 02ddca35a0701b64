package deeplinear.network;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A kind of subject, found as a service. */
public interface SubjectKind {

  /** Its name in files. */
  String name();

  /** The class of the subjects. */
  Class<? extends Subject> type();

  /**
   * The subject with these parts.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  Subject read(Parts parts);

  /** All kinds, by name. */
  static List<SubjectKind> all() {
    return ServiceLoader.load(SubjectKind.class, SubjectKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(SubjectKind::name))
        .toList();
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException naming those that exist
   */
  static SubjectKind named(String name) {
    List<SubjectKind> all = all();
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    all.stream()
                        .map(SubjectKind::name)
                        .collect(
                            Collectors.joining(
                                ", ", "a subject is one of ", ", not \"" + name + "\""))));
  }

  /**
   * The kind of a subject.
   *
   * @throws IllegalArgumentException if its class has none
   */
  static SubjectKind of(Subject subject) {
    return all().stream()
        .filter(kind -> kind.type().equals(subject.getClass()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no kind of subject is a " + subject.getClass().getSimpleName()));
  }
}
