package deeplinear.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Pictures of error against time, both logarithmic, a curve for each contender. */
final class WorkPrecision {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  private WorkPrecision() {}

  /** Draws the sets for which some contender ran with two or more tolerances. */
  static void draw(List<Row> rows, Path directory) throws IOException {
    for (String set : rows.stream().map(Row::set).distinct().toList()) {
      List<Row> some = rows.stream().filter(r -> r.set().equals(set) && isDrawn(r)).toList();
      if (some.stream().map(Row::relative).distinct().count() >= 2) {
        draw(set, "median", Errors::median, some, directory);
        draw(set, "99 %", Errors::ninetyNinth, some, directory);
      }
    }
  }

  /** Zero and infinity have no place on a logarithmic axis. */
  private static boolean isDrawn(Row row) {
    return row.cpu() > 0
        && row.errors()
            .filter(e -> e.median() > 0 && e.ninetyNinth() < Double.POSITIVE_INFINITY)
            .isPresent();
  }

  private static void draw(
      String set, String what, ToDoubleFunction<Errors> error, List<Row> rows, Path directory)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(set + ": error (" + what + ") against processor time")
            .xAxisTitle("CPU seconds")
            .yAxisTitle("‖y − y_ref‖ / max(1, ‖y_ref‖)")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    rows.stream()
        .collect(Collectors.groupingBy(Row::contender, TreeMap::new, Collectors.toList()))
        .forEach(
            (contender, points) ->
                chart.addSeries(
                    contender,
                    points.stream().mapToDouble(Row::cpu).toArray(),
                    points.stream()
                        .mapToDouble(p -> error.applyAsDouble(p.errors().orElseThrow()))
                        .toArray()));
    String file = "work-precision-" + set + "-" + what.replaceAll("[^a-z0-9]", "") + ".png";
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ImageIO.write(image, "png", directory.resolve(file).toFile());
  }
}
