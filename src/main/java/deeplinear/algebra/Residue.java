package deeplinear.algebra;

/** A matrix modulo a prime, with a bound for the rationals that it is the image of. */
public final class Residue {

  final ModularMatrix value;
  final Height height;

  Residue(ModularMatrix value, Height height) {
    this.value = value;
    this.height = height;
  }
}
