package deeplinear.flow.method;

/**
 * The stiffly accurate, L-stable Rosenbrock method of order 4 with an embedded one of order 3.
 * Source: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd ed. 1996, IV.7 and
 * the code RODAS there, first set of coefficients, given to 16 digits.
 */
final class Rodas4 {

  /** Six stages. */
  static final RosenbrockTableau TABLEAU =
      RosenbrockTableau.parse(
          0.25,
          """
          1.544
          0.9466785280815826 0.2557011698983284
          3.314825187068521 2.896124015972201 0.9986419139977817
          1.221224509226641 6.019134481288629 12.53708332932087 -0.6878860361058950
          1.221224509226641 6.019134481288629 12.53708332932087 -0.6878860361058950 1
          """,
          """
          -5.6688
          -2.430093356833875 -0.2063599157091915
          -0.1073529058151375 -9.594562251023355 -20.47028614809616
          7.496443313967647 -10.24680431464352 -33.99990352819905 11.70890893206160
          8.083246795921522 -7.981132988064893 -31.52159432874371 16.31930543123136 -6.058818238834054
          """);

  private Rodas4() {}
}
