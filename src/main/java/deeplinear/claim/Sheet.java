package deeplinear.claim;

import deeplinear.evidence.Grade;
import deeplinear.network.Subject;
import deeplinear.sample.Generator;
import deeplinear.sample.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Everything that a claim says about itself: its statement, what is compared, where its cases come
 * from, under which hypotheses and what breaks without each of them, and which statements next to
 * it are wrong. Filled in by chained calls in {@link Claim#sheet}, and only read afterwards.
 *
 * @param <I> the kind of subject
 */
public final class Sheet<I extends Subject> {

  private final Kind kind;
  private final Class<I> subject;
  private final String statement;
  private final List<String> sources;
  private final Grade aim;
  private int version = 1;
  private String why = "";
  private String checked = "";
  private List<String> atoms = List.of();
  private Optional<Source<I>> cases = Optional.empty();
  private String substance = "every case";
  private Predicate<? super I> isSubstantial = x -> true;
  private Optional<String> smallest = Optional.empty();
  private final List<Given<I>> givens = new ArrayList<>();
  private final List<Neighbor<I>> neighbors = new ArrayList<>();

  private Sheet(Kind kind, Class<I> subject, String statement, String sources, Grade aim) {
    this.kind = kind;
    this.subject = subject;
    this.statement = statement;
    this.sources = List.of(sources.split(" "));
    this.aim = aim;
  }

  /**
   * A theorem.
   *
   * @param subject the kind of subject
   * @param statement the claim in one sentence
   * @param sources keys of the literature, separated by blanks
   * @param aim the grade of evidence to be reached
   */
  public static <I extends Subject> Sheet<I> theorem(
      Class<I> subject, String statement, String sources, Grade aim) {
    return new Sheet<>(Kind.THEOREM, subject, statement, sources, aim);
  }

  /**
   * A claim that is easily believed, and false.
   *
   * @param smallest the widths of the smallest witness, for example {@code 1-1-1}
   */
  public static <I extends Subject> Sheet<I> falseConjecture(
      Class<I> subject, String statement, String sources, Grade aim, String smallest) {
    Sheet<I> sheet = new Sheet<>(Kind.FALSE, subject, statement, sources, aim);
    sheet.smallest = Optional.of(smallest);
    return sheet;
  }

  /** A question that is not settled. */
  public static <I extends Subject> Sheet<I> open(
      Class<I> subject, String statement, String sources, Grade aim) {
    return new Sheet<>(Kind.OPEN, subject, statement, sources, aim);
  }

  /** The version, which rises whenever the check changes what it accepts; 1 otherwise. */
  public Sheet<I> version(int number) {
    version = number;
    return this;
  }

  /** Why one believes the claim, and what it is good for, in one or two sentences. */
  public Sheet<I> why(String text) {
    why = text;
    return this;
  }

  /** How a case is checked, and what is not. */
  public Sheet<I> checked(String text) {
    checked = text;
    return this;
  }

  /** The names of all comparisons. Each must have been seen violated in every build. */
  public Sheet<I> atoms(String... names) {
    atoms = List.of(names);
    return this;
  }

  /** Where the cases come from; all hypotheses are built in. */
  public Sheet<I> cases(Source<I> source) {
    cases = Optional.of(source);
    return this;
  }

  /**
   * What makes a case worth having, where the subject alone tells; what only the check can tell is
   * said by its verdict, too.
   */
  public Sheet<I> substance(String text, Predicate<? super I> test) {
    substance = text;
    isSubstantial = test;
    return this;
  }

  /** What makes a case worth having, as the verdict says. */
  public Sheet<I> substance(String text) {
    substance = text;
    return this;
  }

  /** A hypothesis without which the claim fails: on these subjects, smallest on these widths. */
  public Sheet<I> given(
      Hypothesis<? super I> hypothesis, Generator<I> without, String smallestWidths) {
    return given(hypothesis, without, laboratory -> laboratory, smallestWidths);
  }

  /** A hypothesis without which the claim fails: in another laboratory. */
  public Sheet<I> given(
      Hypothesis<? super I> hypothesis,
      Generator<I> without,
      UnaryOperator<Laboratory> laboratory,
      String smallestWidths) {
    Breach<I> breach = new Breach<>(without, laboratory, Optional.of(smallestWidths));
    givens.add(new Given<>(hypothesis, Optional.of(breach), ""));
    return this;
  }

  /**
   * A hypothesis that was not seen to be needed: a finding, or a weak generator.
   *
   * @param remark why, as far as it is known
   */
  public Sheet<I> givenUnneeded(
      Hypothesis<? super I> hypothesis, Generator<I> without, String remark) {
    Breach<I> breach = new Breach<>(without, laboratory -> laboratory, Optional.empty());
    givens.add(new Given<>(hypothesis, Optional.of(breach), remark));
    return this;
  }

  /**
   * A hypothesis without which the claim cannot be stated, so that it cannot be dropped.
   *
   * @param remark why
   */
  public Sheet<I> givenInseparable(Hypothesis<? super I> hypothesis, String remark) {
    givens.add(new Given<>(hypothesis, Optional.empty(), remark));
    return this;
  }

  /** A wrong statement next to this one; it must be refuted by the claim's own cases. */
  public Sheet<I> neighbor(String name, Claim<I> wrong) {
    neighbors.add(new Neighbor<>(name, wrong, Optional.empty()));
    return this;
  }

  /** A wrong statement next to this one; it must be refuted by these cases. */
  public Sheet<I> neighbor(String name, Claim<I> wrong, Generator<I> by) {
    neighbors.add(new Neighbor<>(name, wrong, Optional.of(by)));
    return this;
  }

  /** What is known of the claim. */
  public Kind kind() {
    return kind;
  }

  /** The kind of subject. */
  public Class<I> subject() {
    return subject;
  }

  /** The claim in one sentence. */
  public String statement() {
    return statement;
  }

  /** Keys of the literature. */
  public List<String> sources() {
    return sources;
  }

  /** The grade of evidence to be reached. */
  public Grade aim() {
    return aim;
  }

  /** Rises whenever the check changes what it accepts. */
  public int version() {
    return version;
  }

  /** Why one believes the claim. */
  public String why() {
    return why;
  }

  /** How a case is checked, and what is not. */
  public String checked() {
    return checked;
  }

  /** The names of all comparisons. */
  public List<String> atoms() {
    return atoms;
  }

  /**
   * Where the cases come from.
   *
   * @throws IllegalStateException if the claim does not say
   */
  public Source<I> cases() {
    return cases.orElseThrow(() -> new IllegalStateException("a claim must say its cases"));
  }

  /** What makes a case worth having, in words. */
  public String substance() {
    return substance;
  }

  /** Whether the subject alone does not say that the case is not worth having. */
  public boolean isSubstantial(I x) {
    return isSubstantial.test(x);
  }

  /** The widths of the smallest witness of a false conjecture. */
  public Optional<String> smallest() {
    return smallest;
  }

  /** All hypotheses. */
  public List<Given<I>> givens() {
    return Collections.unmodifiableList(givens);
  }

  /** Wrong statements next to this one. */
  public List<Neighbor<I>> neighbors() {
    return Collections.unmodifiableList(neighbors);
  }

  /** The names of the hypotheses that a subject in a laboratory lacks. */
  public List<String> missing(I x, Laboratory laboratory) {
    return givens.stream()
        .map(Given::hypothesis)
        .filter(h -> !h.holdsFor(x, laboratory))
        .map(Hypothesis::name)
        .toList();
  }
}
