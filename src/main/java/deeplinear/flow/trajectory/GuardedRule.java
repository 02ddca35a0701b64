package deeplinear.flow.trajectory;

/**
 * A rule whose exceptions end its own trajectory alone: they are kept until {@link #rethrow}, and
 * the rule counts as met.
 */
final class GuardedRule implements StoppingRule {

  private final StoppingRule rule;
  private Runnable end = () -> {};
  private boolean failed;

  GuardedRule(StoppingRule rule) {
    this.rule = rule;
  }

  @Override
  public boolean isMet(double time, double[] state) {
    if (failed) {
      return true;
    }
    try {
      return rule.isMet(time, state);
    } catch (RuntimeException e) {
      return fail(
          () -> {
            throw e;
          });
    } catch (Error e) {
      return fail(
          () -> {
            throw e;
          });
    }
  }

  private boolean fail(Runnable how) {
    failed = true;
    end = how;
    return true;
  }

  @Override
  public Outcome outcome() {
    return failed ? Outcome.STOPPED : rule.outcome();
  }

  /** Throws what the rule threw, if it did. */
  void rethrow() {
    end.run();
  }
}
