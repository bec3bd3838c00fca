package hallmonitor.moderation.casework.register;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Logos as schools have them, and what platforms make of them. */
public record DrawnLogo(BufferedImage pixels) {
  private static DrawnLogo drawn(int width, int height, Consumer<Graphics2D> painter) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    painter.accept(drawing);
    drawing.dispose();
    return new DrawnLogo(image);
  }

  /** Returns a round sign on transparent ground. */
  public static DrawnLogo round() {
    return drawn(
        480,
        480,
        d -> {
          d.setColor(new Color(0x1F4E8C));
          d.fillOval(10, 10, 460, 460);
          d.setColor(new Color(0xF2B632));
          d.fillPolygon(new int[] {240, 370, 290, 110}, new int[] {60, 330, 400, 300}, 4);
          d.setColor(Color.WHITE);
          d.fillOval(180, 190, 90, 120);
        });
  }

  /** Returns a sign that fills its square. */
  public static DrawnLogo square() {
    return drawn(
        400,
        400,
        d -> {
          d.setColor(new Color(0x7A1F2B));
          d.fillRect(0, 0, 400, 400);
          d.setColor(new Color(0xE8D9B0));
          d.fillPolygon(new int[] {200, 330, 260, 80}, new int[] {40, 140, 360, 280}, 4);
          d.setColor(new Color(0x2B2B2B));
          d.fillRect(150, 170, 40, 130);
        });
  }

  /** Returns a sign beside the name of the district, on transparent ground. */
  public static DrawnLogo wide() {
    return drawn(
        900,
        300,
        d -> {
          d.setColor(new Color(0x2E6B3A));
          d.fillRoundRect(10, 40, 220, 220, 60, 60);
          d.setColor(new Color(0xF4F1E4));
          d.fillOval(70, 80, 90, 140);
          d.setColor(new Color(0x1D3B25));
          d.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 110));
          d.drawString("Maple", 270, 160);
          d.fillRect(270, 190, 420, 24);
          d.fillOval(720, 60, 140, 180);
        });
  }

  /** Returns a picture of something else. */
  public static DrawnLogo photo(int seed) {
    Random random = new Random(seed);
    return drawn(
        640,
        480,
        d -> {
          d.setColor(new Color(random.nextInt(0xFFFFFF)));
          d.fillRect(0, 0, 640, 480);
          for (int i = 0; i < 25; i++) {
            d.setColor(new Color(random.nextInt(0xFFFFFF)));
            int width = 20 + random.nextInt(220);
            int height = 20 + random.nextInt(220);
            d.fillOval(
                random.nextInt(640) - width / 2, random.nextInt(480) - height / 2, width, height);
          }
        });
  }

  public DrawnLogo wide(int width) {
    int height = Math.max(1, width * pixels.getHeight() / pixels.getWidth());
    return drawn(width, height, d -> d.drawImage(pixels, 0, 0, width, height, null));
  }

  private int side() {
    return Math.min(pixels.getWidth(), pixels.getHeight());
  }

  /** Cuts the square in the middle. */
  public DrawnLogo cutSquare() {
    return drawn(side(), side(), this::inTheMiddle);
  }

  private void inTheMiddle(Graphics2D drawing) {
    drawing.drawImage(
        pixels, (side() - pixels.getWidth()) / 2, (side() - pixels.getHeight()) / 2, null);
  }

  /** Cuts the circle in the middle. */
  public DrawnLogo cutCircle() {
    return drawn(
        side(),
        side(),
        d -> {
          d.setClip(new Ellipse2D.Double(0, 0, side(), side()));
          inTheMiddle(d);
        });
  }

  /** Puts it into a larger square. */
  public DrawnLogo padded(Color ground) {
    int large = Math.max(pixels.getWidth(), pixels.getHeight()) * 13 / 10;
    return drawn(
        large,
        large,
        d -> {
          d.setColor(ground);
          d.fillRect(0, 0, large, large);
          d.drawImage(
              pixels, (large - pixels.getWidth()) / 2, (large - pixels.getHeight()) / 2, null);
        });
  }

  public byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Returns it as a JPEG on white ground. */
  public byte[] jpeg(float quality) {
    BufferedImage flat =
        new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = flat.createGraphics();
    drawing.drawImage(pixels, 0, 0, Color.WHITE, null);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(flat, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
