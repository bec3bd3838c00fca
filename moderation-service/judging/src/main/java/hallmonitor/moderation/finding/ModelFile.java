package hallmonitor.moderation.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.ScoreTable.Calibration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.io.QNModelReader;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;

/**
 * The shipped model: a zip file with one OpenNLP model per category and the calibration of its
 * scores.
 */
public final class ModelFile {
  /** Location on the class path. */
  public static final String RESOURCE = "/model/comments.zip";

  private static final String CALIBRATION = "calibration.txt";

  /** The OpenNLP model of one category with its calibration. */
  public record Learned(AbstractModel model, Calibration calibration) {}

  private ModelFile() {}

  public static void write(OutputStream out, Map<Category, Learned> learned) throws IOException {
    StringBuilder calibrations = new StringBuilder("# category slope rule shift\n");
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<Category, Learned> entry : learned.entrySet()) {
        put(zip, entry.getKey().label() + ".bin", bytes(entry.getValue().model()));
        Calibration c = entry.getValue().calibration();
        calibrations.append(
            "%s %s %s %s%n"
                .formatted(entry.getKey().label(), c.slope(), c.ruleWeight(), c.shift()));
      }
      put(zip, CALIBRATION, calibrations.toString().getBytes(UTF_8));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same corpus gives the same bytes
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] bytes(AbstractModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BinaryQNModelWriter(model, new DataOutputStream(bytes)).persist();
    return bytes.toByteArray();
  }

  /**
   * Reads a model file.
   *
   * @throws IOException if the file is not a model
   */
  public static Map<Category, Learned> read(InputStream in) throws IOException {
    Map<Category, AbstractModel> models = new LinkedHashMap<>();
    Map<Category, Calibration> calibrations = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        if (entry.getName().equals(CALIBRATION)) {
          calibrations(new String(content, UTF_8), calibrations);
        } else {
          models.put(category(entry.getName().replace(".bin", "")), model(content));
        }
      }
    }
    Map<Category, Learned> learned = new LinkedHashMap<>();
    for (Map.Entry<Category, AbstractModel> entry : models.entrySet()) {
      Calibration calibration = calibrations.get(entry.getKey());
      if (calibration == null) {
        throw new IOException("the model of " + entry.getKey().label() + " has no calibration");
      }
      learned.put(entry.getKey(), new Learned(entry.getValue(), calibration));
    }
    return learned;
  }

  private static AbstractModel model(byte[] content) throws IOException {
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(content));
    return new QNModelReader(new BinaryFileDataReader(data)).getModel();
  }

  private static void calibrations(String text, Map<Category, Calibration> into)
      throws IOException {
    for (String line : text.split("\n")) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ");
        into.put(
            category(parts[0]),
            new Calibration(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])));
      }
    }
  }

  private static Category category(String label) throws IOException {
    return Category.of(label).orElseThrow(() -> new IOException("no category " + label));
  }

  public static ScoreTable table(Map<Category, Learned> learned) {
    List<Category> categories = List.copyOf(learned.keySet());
    List<AbstractModel> models = new ArrayList<>();
    List<Calibration> calibrations = new ArrayList<>();
    learned.values().forEach(l -> models.add(l.model()));
    learned.values().forEach(l -> calibrations.add(l.calibration()));
    return ScoreTable.of(categories, models, calibrations);
  }
}
