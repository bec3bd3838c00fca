package hallmonitor.local.practice;

import hallmonitor.standin.web.RouteAnswer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The picture of the example that has one: a drawing taped to a row of lockers. It is drawn here
 * without letters, because a small server has no fonts, and no picture of a person is shipped.
 */
final class LockerPicture {
  static final String PATH = "/practice/locker.png";
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private LockerPicture() {}

  static RouteAnswer answer() {
    try {
      var png = new ByteArrayOutputStream();
      ImageIO.write(drawing(), "png", png);
      return new RouteAnswer.Now(200, Map.of("Content-Type", "image/png"), png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage drawing() {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    lockers(pen);
    pen.rotate(-0.06, WIDTH / 2.0, HEIGHT / 2.0);
    pen.setColor(new Color(0xF6F1DE));
    pen.fillRect(150, 70, 190, 220);
    pen.setColor(new Color(0xC9BF98));
    pen.fillRect(215, 58, 60, 22);
    scribble(pen);
    pen.dispose();
    return picture;
  }

  private static void lockers(Graphics2D pen) {
    for (int door = 0; door < 4; door++) {
      int left = door * WIDTH / 4;
      pen.setColor(new Color(door % 2 == 0 ? 0x3F6E8C : 0x38637E));
      pen.fillRect(left, 0, WIDTH / 4, HEIGHT);
      pen.setColor(new Color(0x24445A));
      pen.fillRect(left, 0, 3, HEIGHT);
      for (int slot = 0; slot < 4; slot++) {
        pen.fillRect(left + 34, 24 + slot * 12, 52, 4);
      }
      pen.fillRoundRect(left + 92, 190, 12, 40, 8, 8);
    }
  }

  private static void scribble(Graphics2D pen) {
    pen.setStroke(new BasicStroke(5));
    pen.setColor(new Color(0x222222));
    for (int person = 0; person < 3; person++) {
      int x = 185 + person * 52;
      pen.drawOval(x, 110, 24, 24);
      pen.drawLine(x + 12, 134, x + 12, 190);
      pen.drawLine(x - 6, 155, x + 30, 155);
      pen.drawLine(x + 12, 190, x - 2, 222);
      pen.drawLine(x + 12, 190, x + 26, 222);
    }
    pen.setColor(new Color(0xB3261E));
    var zigzag = new Path2D.Double();
    zigzag.moveTo(168, 238);
    for (int turn = 0; turn < 9; turn++) {
      zigzag.lineTo(180 + turn * 18, turn % 2 == 0 ? 106 : 244);
    }
    pen.draw(zigzag);
  }
}
