package deeplinear.quantity;

/**
 * What a reader is told of a quantity.
 *
 * @param name how it is called in texts and tables, for example {@code imbalance(2)}
 * @param formula in TeX, without dollars
 * @param meaning one line
 */
public record Label(String name, String formula, String meaning) {

  @Override
  public String toString() {
    return name;
  }
}
