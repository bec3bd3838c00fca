package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.picture.Orientation;
import hallmonitor.messaging.picture.SafePicture;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.store.archive.CommentPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that is drawn again from what a reader sees: nothing else of its file is left, such as
 * the place where it was taken, a small copy of an earlier state, or what lies behind a covered
 * part.
 *
 * @param content a PNG, or a JPEG
 * @param extension of its file: png or jpg
 */
public record RedrawnPicture(byte[] content, String extension) {
  /** Of a larger picture, every second, third, ... pixel is drawn: all of them take much memory. */
  private static final int LONGEST_SIDE = 2_400;

  private static final float QUALITY = .92f;

  /**
   * Draws a picture. A JPEG stays one, unless parts of it are covered; a moving picture becomes its
   * first one.
   *
   * @param covered parts that become black
   * @return empty if it cannot be decoded here, such as a WebP, or if parts are covered and it is
   *     no {@link StillPicture}
   */
  public static Optional<RedrawnPicture> of(byte[] content, List<PictureArea> covered) {
    if (!covered.isEmpty() && !StillPicture.is(content)) {
      return Optional.empty();
    }
    boolean photograph =
        covered.isEmpty()
            && PictureType.of(content).filter(type -> type == PictureType.JPEG).isPresent();
    return SafePicture.read(
        content,
        reader -> {
          BufferedImage drawn = drawn(reader, Orientation.of(content));
          covered.forEach(area -> cover(drawn, area));
          return photograph
              ? new RedrawnPicture(jpeg(drawn), "jpg")
              : new RedrawnPicture(png(drawn), "png");
        });
  }

  /**
   * Draws what the public gets of a picture.
   *
   * @param redacted what is redacted of it
   * @return empty if all of it is redacted, if parts were covered in another picture than this one,
   *     where they may show, or if it cannot be decoded here
   */
  public static Optional<RedrawnPicture> released(byte[] content, List<Redaction> redacted) {
    String hash = CommentPictures.contentKey(content);
    if (!redacted.stream()
        .allMatch(r -> r.part() == RedactedPart.AREA && r.textHash().equals(hash))) {
      return Optional.empty();
    }
    return of(content, redacted.stream().map(Redaction::area).toList());
  }

  String mediaType() {
    return extension.equals("png") ? PictureType.PNG.mediaType() : PictureType.JPEG.mediaType();
  }

  private static BufferedImage drawn(ImageReader reader, Orientation held) throws IOException {
    int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = (longest + LONGEST_SIDE - 1) / LONGEST_SIDE;
    ImageReadParam some = reader.getDefaultReadParam();
    some.setSourceSubsampling(step, step, 0, 0);
    BufferedImage upright = held.upright(reader.read(0, some));
    BufferedImage drawn =
        new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.drawImage(upright, 0, 0, Color.WHITE, null);
    drawing.dispose();
    return drawn;
  }

  /** A pixel that is covered in part is covered, and so is the next one on each side. */
  private static void cover(BufferedImage drawn, PictureArea area) {
    int left = down(area.left(), drawn.getWidth()) - 1;
    int top = down(area.top(), drawn.getHeight()) - 1;
    Graphics2D drawing = drawn.createGraphics();
    drawing.setColor(Color.BLACK);
    drawing.fillRect(
        left,
        top,
        up(area.right(), drawn.getWidth()) + 1 - left,
        up(area.bottom(), drawn.getHeight()) + 1 - top);
    drawing.dispose();
  }

  private static int down(int share, int pixels) {
    return share * pixels / PictureArea.WHOLE;
  }

  private static int up(int share, int pixels) {
    return (share * pixels + PictureArea.WHOLE - 1) / PictureArea.WHOLE;
  }

  private static byte[] png(BufferedImage drawn) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", png);
    return png.toByteArray();
  }

  private static byte[] jpeg(BufferedImage drawn) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
      ImageWriteParam some = writer.getDefaultWriteParam();
      some.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      some.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn, null, null), some);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
