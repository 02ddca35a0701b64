package deeplinear.landscape;

/** What a critical point is, in the order of what a descent method meets there. */
public enum PointKind {
  /** No point has a smaller loss. */
  GLOBAL_MINIMUM,
  /** The Hessian has a negative eigenvalue. */
  STRICT_SADDLE,
  /** The Hessian is positive semidefinite, and yet smaller losses are arbitrarily near. */
  NON_STRICT_SADDLE
}
