package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file that is to be imported. The archive of an export is read in place. */
public final class ExportFile implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A part that can be read.
   *
   * @param format of the part
   */
  public record RecognizedPart(ExportPart part, ExportFormat format) {}

  private final List<ExportPart> parts;
  private final Closeable archive;

  private ExportFile(List<ExportPart> parts, Closeable archive) {
    this.parts = parts;
    this.archive = archive;
  }

  /**
   * Opens a file.
   *
   * @throws IOException with a sentence for people if it cannot be read
   */
  public static ExportFile open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no such file; of an unpacked export, give its files");
    }
    if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      ExportPart only = new ExportPart(name, Files.size(file), () -> Files.newInputStream(file));
      return new ExportFile(List.of(only), () -> {});
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      List<ExportPart> parts = new ArrayList<>();
      zip.stream().filter(entry -> !entry.isDirectory()).forEach(e -> parts.add(part(zip, e)));
      return new ExportFile(parts, zip);
    } catch (ZipException e) {
      throw new IOException("it is no whole .zip; download it again", e);
    }
  }

  private static ExportPart part(ZipFile zip, ZipEntry entry) {
    return new ExportPart(
        entry.getName(), Math.max(0, entry.getSize()), () -> zip.getInputStream(entry));
  }

  /** Returns the parts that can be read, posts first; the same order each time. */
  public List<RecognizedPart> readable() throws IOException {
    List<RecognizedPart> found = new ArrayList<>();
    for (ExportPart part : parts) {
      ExportFormat.of(part).ifPresent(format -> found.add(new RecognizedPart(part, format)));
    }
    found.sort(
        Comparator.comparing(RecognizedPart::format).thenComparing(one -> one.part().name()));
    return found;
  }

  /** Returns the archive's owner, as far as it tells: that of X does. */
  public Optional<Writer> owner() throws IOException {
    for (ExportPart part : parts) {
      if (part.file().equals("account.js")) {
        try (InputStream in = part.open()) {
          JsonNode account =
              JSON.readTree(ExportFormat.afterAssignment(in)).path(0).path("account");
          String name = account.path("accountDisplayName").asText("");
          return Optional.of(
              new Writer(
                  account.path("accountId").asText(""),
                  name.isEmpty() ? account.path("username").asText("") : name));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
