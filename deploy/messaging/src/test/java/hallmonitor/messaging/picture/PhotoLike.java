package hallmonitor.messaging.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture with light, shade and shapes, drawn from a number. */
record PhotoLike(BufferedImage pixels) {
  static PhotoLike number(int number) {
    BufferedImage drawn = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    Random chance = new Random(number);
    for (int i = 0; i < 120; i++) {
      drawing.setColor(new Color(chance.nextInt(0x1000000)));
      drawing.fillOval(
          chance.nextInt(900) - 100,
          chance.nextInt(700) - 100,
          40 + chance.nextInt(200),
          40 + chance.nextInt(200));
    }
    drawing.dispose();
    return new PhotoLike(drawn);
  }

  PhotoLike scaled(double factor) {
    int width = (int) (pixels.getWidth() * factor);
    int height = (int) (pixels.getHeight() * factor);
    return drawn(width, height, 0, width);
  }

  PhotoLike mirrored() {
    return drawn(pixels.getWidth(), pixels.getHeight(), pixels.getWidth(), 0);
  }

  private PhotoLike drawn(int width, int height, int left, int right) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.drawImage(
        pixels, left, 0, right, height, 0, 0, pixels.getWidth(), pixels.getHeight(), null);
    drawing.dispose();
    return new PhotoLike(drawn);
  }

  /** Cuts strips off, given as shares. */
  PhotoLike cut(double left, double right, double top, double bottom) {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    return new PhotoLike(
        pixels.getSubimage(
            (int) (left * width),
            (int) (top * height),
            (int) ((1 - left - right) * width),
            (int) ((1 - top - bottom) * height)));
  }

  byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", png);
    return png.toByteArray();
  }

  byte[] jpeg(float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), how);
    }
    writer.dispose();
    return jpeg.toByteArray();
  }
}
