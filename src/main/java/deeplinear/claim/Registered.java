package deeplinear.claim;

/**
 * A {@link Claim} that registers itself: {@code @AutoService(Registered.class)} above its class is
 * all that it takes to be found. Apart from {@code Claim}, because a service has no type
 * parameters.
 */
public interface Registered {}
