package hallmonitor.bench.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture that is being drawn: a ground, and lines of text on it. */
final class DrawnPicture {
  /** Fonts like those of flyers and memes. Those that a machine has are used. */
  private static final List<String> WANTED =
      List.of(
          "DejaVu Sans",
          "Liberation Sans",
          "Lato",
          "DejaVu Serif",
          "Open Sans",
          "Liberation Serif",
          "Comic Neue",
          "DejaVu Sans Condensed",
          "Lato Black",
          "Liberation Mono");

  private final BufferedImage pixels;
  private final Graphics2D drawing;
  private final Random chance;

  DrawnPicture(int width, int height, Color ground, long seed) {
    pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    drawing = pixels.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setColor(ground);
    drawing.fillRect(0, 0, width, height);
    chance = new Random(seed);
  }

  /** Returns the fonts of this machine, at least one. */
  static List<String> fonts() {
    Set<String> known =
        Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    List<String> present = WANTED.stream().filter(known::contains).toList();
    return present.isEmpty() ? List.of(Font.SANS_SERIF) : present;
  }

  /** Fills the ground like a photograph: light and shade, shapes, and grain. */
  DrawnPicture photo() {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    drawing.setPaint(new GradientPaint(0, 0, color(140), width, height, color(60)));
    drawing.fillRect(0, 0, width, height);
    for (int i = 0; i < 40; i++) {
      Color some = color(120);
      drawing.setColor(new Color(some.getRed(), some.getGreen(), some.getBlue(), 110));
      int size = width / 10 + chance.nextInt(width / 3);
      drawing.fillOval(chance.nextInt(width), chance.nextInt(height), size, size);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.setRGB(x, y, grainy(pixels.getRGB(x, y), chance.nextInt(31) - 15));
      }
    }
    return this;
  }

  private Color color(int most) {
    return new Color(chance.nextInt(most), chance.nextInt(most), chance.nextInt(most));
  }

  private static int grainy(int rgb, int grain) {
    int grown = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      grown |= Math.max(0, Math.min(255, (rgb >> shift & 0xFF) + grain)) << shift;
    }
    return grown;
  }

  DrawnPicture box(int x, int y, int width, int height, Color color) {
    drawing.setColor(color);
    drawing.fillRect(x, y, width, height);
    return this;
  }

  /** Writes a line from {@code x} on, at most to the right edge. */
  DrawnPicture line(String text, int x, int baseline, Font font, Color color) {
    drawing.setColor(color);
    drawing.setFont(fitting(text, font, pixels.getWidth() - x - 10));
    drawing.drawString(text, x, baseline);
    return this;
  }

  /** Writes a line in the middle. */
  DrawnPicture centered(String text, int baseline, Font font, Color color) {
    Font fit = fitting(text, font, pixels.getWidth() - 40);
    drawing.setColor(color);
    drawing.setFont(fit);
    int width = drawing.getFontMetrics().stringWidth(text);
    drawing.drawString(text, (pixels.getWidth() - width) / 2, baseline);
    return this;
  }

  /** Writes a line in the middle, in white with a black outline, as memes do. */
  DrawnPicture outlined(String text, int baseline, Font font) {
    Font fit = fitting(text, font, pixels.getWidth() - 40);
    TextLayout layout = new TextLayout(text, fit, drawing.getFontRenderContext());
    double left = (pixels.getWidth() - layout.getAdvance()) / 2;
    Shape letters = layout.getOutline(AffineTransform.getTranslateInstance(left, baseline));
    drawing.setColor(Color.BLACK);
    drawing.setStroke(
        new BasicStroke(fit.getSize() / 7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawing.draw(letters);
    drawing.setColor(Color.WHITE);
    drawing.fill(letters);
    return this;
  }

  private Font fitting(String text, Font font, int width) {
    int wide = drawing.getFontMetrics(font).stringWidth(text);
    return wide <= width ? font : font.deriveFont(font.getSize2D() * width / wide);
  }

  /** Turns it around its middle. */
  DrawnPicture turned(double degrees) {
    DrawnPicture turned = new DrawnPicture(pixels.getWidth(), pixels.getHeight(), Color.GRAY, 0);
    turned.drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    turned.drawing.rotate(
        Math.toRadians(degrees), pixels.getWidth() / 2.0, pixels.getHeight() / 2.0);
    turned.drawing.drawImage(pixels, 0, 0, null);
    return turned;
  }

  /**
   * Returns it as a file.
   *
   * @param quality from 0 to 1
   */
  byte[] jpeg(float quality) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.write(null, new IIOImage(pixels, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  static Font font(int number, int style, int size) {
    List<String> present = fonts();
    return new Font(present.get(number % present.size()), style, size);
  }
}
