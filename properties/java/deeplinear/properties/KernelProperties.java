package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.ModularAlgebra;
import deeplinear.algebra.ModularMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.fixture.Exact;
import deeplinear.fixture.LaneBatch;
import deeplinear.fixture.LaneKernels;
import deeplinear.fixture.Majorant;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.commons.math3.fraction.BigFraction;

class KernelProperties extends Corpus {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final GradientFlow FLOW = GradientFlow.INSTANCE;

  /** Eighths within ±4, and now and then doubles of full precision. */
  private static Arbitrary<BigFraction> entries() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.integers().between(-32, 32).map(k -> Exact.q(k, 8))),
        Tuple.of(
            1, Arbitraries.longs().between(-1L << 53, 1L << 53).map(k -> Exact.of(k * 0x1p-51))));
  }

  private static Arbitrary<Architecture> architectures() {
    return Arbitraries.integers()
        .between(1, 5)
        .list()
        .ofMinSize(2)
        .ofMaxSize(7)
        .map(Architecture::new);
  }

  private static Weights<RationalMatrix> weights(Architecture d, Iterator<BigFraction> x) {
    return Weights.build(Q, d.depth(), i -> matrix(d.width(i), d.width(i - 1), x));
  }

  private static RationalMatrix matrix(int rows, int columns, Iterator<BigFraction> x) {
    return Exact.build(rows, columns, (i, j) -> x.next());
  }

  private static Instance whitened(Architecture d, List<BigFraction> entries) {
    Iterator<BigFraction> x = entries.iterator();
    return Instance.whitened(matrix(d.outputs(), d.inputs(), x), weights(d, x));
  }

  private static Instance raw(Architecture d, int samples, List<BigFraction> entries) {
    Iterator<BigFraction> x = entries.iterator();
    RationalMatrix inputs = matrix(d.inputs(), samples, x);
    RationalMatrix outputs = matrix(d.outputs(), samples, x);
    return new Instance(SecondMoments.of(Q, inputs, outputs), weights(d, x));
  }

  @Provide
  Arbitrary<Instance> whitened() {
    return architectures()
        .flatMap(
            d ->
                entries()
                    .list()
                    .ofSize(d.weights() + d.inputs() * d.outputs())
                    .map(x -> whitened(d, x)));
  }

  @Provide
  Arbitrary<Instance> instances() {
    Arbitrary<Instance> raw =
        Combinators.combine(architectures(), Arbitraries.integers().between(1, 6))
            .flatAs(
                (d, samples) ->
                    entries()
                        .list()
                        .ofSize(d.weights() + samples * (d.inputs() + d.outputs()))
                        .map(x -> raw(d, samples, x)));
    return Arbitraries.oneOf(whitened(), raw);
  }

  @Provide
  Arbitrary<List<Instance>> batches() {
    return instances().list().ofMinSize(1).ofMaxSize(9);
  }

  @Property
  void kernelIsTheDefinitionUpToRounding(@ForAll("instances") Instance instance) {
    double[] exact = Majorant.exact(FLOW.velocity(instance.target(), instance.weights()));
    double[] bound = Majorant.roundingBound(instance);
    double[] real =
        StateVector.pack(
            FLOW.velocity(
                instance.target(RealAlgebra.INSTANCE), instance.weights(RealAlgebra.INSTANCE)));
    for (int k = 0; k < exact.length; k++) {
      assertEquals(exact[k], real[k], bound[k]);
    }
    double[] velocity = new double[exact.length];
    for (Multiplier kind : Multiplier.available()) {
      GradientKernel kernel = new GradientKernel(RealInstance.of(instance), kind.create());
      kernel.velocity(Majorant.exact(instance.weights()), velocity);
      for (int k = 0; k < exact.length; k++) {
        assertEquals(exact[k], velocity[k], bound[k], kernel.multiplication());
      }
    }
  }

  /** As given and turned around, in the company of others with the same depth and kind of data. */
  @Property
  void laneKernelIsTheDefinitionUpToRounding(
      @ForAll("batches") List<Instance> instances, @ForAll boolean turned) {
    Map<Object, List<Instance>> alike =
        instances.stream()
            .collect(Collectors.groupingBy(i -> List.of(i.weights().depth(), !i.isWhitened())));
    for (LaneKernel kernel : LaneKernels.available()) {
      for (List<Instance> batch : alike.values()) {
        List<RealInstance> networks =
            batch.stream()
                .map(RealInstance::of)
                .map(network -> turned ? network.transposed() : network)
                .toList();
        List<double[]> velocities =
            LaneBatch.velocities(kernel, LaneBatch.lanesFor(batch.size()), networks);
        for (int i = 0; i < batch.size(); i++) {
          Instance instance = batch.get(i);
          double[] exact = Majorant.exact(FLOW.velocity(instance.target(), instance.weights()));
          double[] bound = Majorant.roundingBound(instance);
          double[] own = velocities.get(i);
          double[] velocity = turned ? RealInstance.transposed(networks.get(i).widths(), own) : own;
          for (int k = 0; k < exact.length; k++) {
            assertEquals(exact[k], velocity[k], bound[k]);
          }
        }
      }
    }
  }

  @Property
  void gradientFlowIsTheAdjacencyFlow_whenLayered(@ForAll("whitened") Instance instance) {
    Graph graph = Graph.of(instance);
    assertEquals(
        Adjacency.of(FLOW.velocity(instance.target(), instance.weights())),
        AdjacencyFlow.of(graph, Q).velocity(graph.adjacency()));
  }

  @Property
  void gradientFlowOverThePrimeFieldIsTheResidue(@ForAll("instances") Instance instance) {
    ModularAlgebra f = ModularAlgebra.MERSENNE;
    Weights<ModularMatrix> modular = FLOW.velocity(instance.target(f), instance.weights(f));
    Weights<RationalMatrix> exact = FLOW.velocity(instance.target(), instance.weights());
    for (int j = 1; j <= exact.depth(); j++) {
      assertEquals(true, f.areEqual(f.lift(exact.layer(j)), modular.layer(j)));
    }
  }

  @Property
  void packedStatesAreReadBack(@ForAll("instances") Instance instance) {
    double[] state = Majorant.exact(instance.weights());
    assertArrayEquals(state, StateVector.pack(StateVector.unpack(instance.architecture(), state)));
  }
}
