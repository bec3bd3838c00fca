package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.store.tips.NewTip.Screenshot;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The screenshot that came with a form.
 *
 * @param isUnusable whether there was a file that is no picture which can be read here
 */
record TipUpload(Optional<Screenshot> screenshot, boolean isUnusable) {
  static final TipUpload NONE = new TipUpload(Optional.empty(), false);

  static boolean isAny(List<FileUpload> uploads) {
    return uploads.stream().anyMatch(TipUpload::isSent);
  }

  private static boolean isSent(FileUpload file) {
    return file.size() > 0;
  }

  /** Reads the one file among them that is not empty. */
  static TipUpload of(List<FileUpload> uploads) {
    List<FileUpload> sent = uploads.stream().filter(TipUpload::isSent).toList();
    Optional<Screenshot> read =
        sent.size() == 1 && sent.get(0).name().equals("screenshot")
            ? TipScreenshot.read(content(sent.get(0)))
            : Optional.empty();
    return new TipUpload(read, read.isEmpty());
  }

  private static byte[] content(FileUpload file) {
    try {
      return Files.readAllBytes(Path.of(file.uploadedFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
