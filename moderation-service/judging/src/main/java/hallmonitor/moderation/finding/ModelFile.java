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
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.io.QNModelReader;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;

/**
 * The shipped model: a zip file with one OpenNLP model per category, the calibration of its scores,
 * and a model of harm of any kind.
 */
public final class ModelFile {
  /** Location on the class path. */
  public static final String RESOURCE = "/model/comments.zip";

  private static final String CALIBRATION = "calibration.txt";
  private static final String CALIBRATIONS = "category slope harm rule shift";
  private static final String SUFFIX = ".bin";
  private static final String HARM = "harm" + SUFFIX;

  /** The OpenNLP model of one category with its calibration. */
  public record Learned(AbstractModel model, Calibration calibration) {}

  /**
   * All models of a file.
   *
   * @param harm says whether a comment is of any category; empty if nothing has learned that
   */
  public record Models(Map<Category, Learned> categories, Optional<AbstractModel> harm) {
    /** Returns models without that of harm. */
    public static Models of(Map<Category, Learned> categories) {
      return new Models(categories, Optional.empty());
    }
  }

  private ModelFile() {}

  public static void write(OutputStream out, Models models) throws IOException {
    StringBuilder calibrations = new StringBuilder("# " + CALIBRATIONS + "\n");
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<Category, Learned> entry : models.categories().entrySet()) {
        put(zip, entry.getKey().label() + SUFFIX, bytes(entry.getValue().model()));
        Calibration c = entry.getValue().calibration();
        calibrations.append(
            "%s %s %s %s %s%n"
                .formatted(
                    entry.getKey().label(), c.slope(), c.harmWeight(), c.ruleWeight(), c.shift()));
      }
      if (models.harm().isPresent()) {
        put(zip, HARM, bytes(models.harm().get()));
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
  public static Models read(InputStream in) throws IOException {
    Map<Category, AbstractModel> models = new LinkedHashMap<>();
    Optional<AbstractModel> harm = Optional.empty();
    Map<Category, Calibration> calibrations = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        if (entry.getName().equals(CALIBRATION)) {
          calibrations(new String(content, UTF_8), calibrations);
        } else if (entry.getName().equals(HARM)) {
          harm = Optional.of(model(content));
        } else {
          models.put(category(entry.getName().replace(SUFFIX, "")), model(content));
        }
      }
    }
    Map<Category, Learned> learned = new LinkedHashMap<>();
    for (Map.Entry<Category, AbstractModel> entry : models.entrySet()) {
      Calibration calibration = calibrations.get(entry.getKey());
      if (calibration == null) {
        throw new IOException("the model of " + entry.getKey().label() + " has no calibration");
      }
      if (calibration.harmWeight() != 0 && harm.isEmpty()) {
        throw new IOException(
            "the model of " + entry.getKey().label() + " needs " + HARM + ", which is not there");
      }
      learned.put(entry.getKey(), new Learned(entry.getValue(), calibration));
    }
    return new Models(learned, harm);
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
        if (parts.length != 5) {
          throw new IOException("'" + line + "' is no calibration: " + CALIBRATIONS);
        }
        into.put(
            category(parts[0]),
            new Calibration(
                number(parts[1]), number(parts[2]), number(parts[3]), number(parts[4])));
      }
    }
  }

  private static double number(String text) throws IOException {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new IOException("'" + text + "' is no number for a calibration");
  }

  private static Category category(String label) throws IOException {
    return Category.of(label).orElseThrow(() -> new IOException("no category " + label));
  }

  public static ScoreTable table(Models models) {
    List<AbstractModel> tables = new ArrayList<>();
    List<Calibration> calibrations = new ArrayList<>();
    for (Learned learned : models.categories().values()) {
      tables.add(learned.model());
      calibrations.add(learned.calibration());
    }
    models.harm().ifPresent(tables::add);
    return ScoreTable.of(List.copyOf(models.categories().keySet()), tables, calibrations);
  }
}
