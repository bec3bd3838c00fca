package hallmonitor.bench.pictures;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Threats, drawn as memes are, each in every form. */
final class ThreatMemes {
  /** How a text is drawn. */
  enum Form {
    WHITE_ON_PICTURE,
    OUTLINED_CAPITALS,
    BLACK_ON_A_BAR,
    TURNED_BY_3_DEGREES,
    JPEG_40,
    SMALL;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A file.
   *
   * @param says what is drawn
   */
  record Meme(String says, Form form, byte[] file) {}

  /** Two lines each, the first above and the second below. */
  static final List<String> TEXTS =
      List.of(
          "I am going to shoot|everyone at school tomorrow",
          "I will bring a gun|to Westfield High on Friday",
          "I'm going to kill|Mr. Hale after class",
          "There is a bomb|in the gym at noon",
          "I will stab you|at the bus stop",
          "We will burn the school|down tonight",
          "Watch your back Mrs. Ortiz|I will shoot you",
          "Tomorrow I shoot up|the cafeteria",
          "I am going to kill myself|tonight, goodbye",
          "I will beat you to death|after the game",
          "Voy a matar|a todos en la escuela mañana",
          "Voy a llevar una pistola|a la escuela el viernes",
          "Te voy a matar|después de clase, profe",
          "Hay una bomba|en el gimnasio",
          "Voy a quemar la escuela|esta noche",
          "Mañana voy a disparar|en la cafetería");

  private ThreatMemes() {}

  static List<Meme> all() {
    List<Meme> all = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      for (Form form : Form.values()) {
        all.add(
            new Meme(
                TEXTS.get(i).replace('|', ' '),
                form,
                drawn(i, form).jpeg(form == Form.JPEG_40 ? .4f : .85f)));
      }
    }
    return all;
  }

  private static DrawnPicture drawn(int number, Form form) {
    List<String> lines = Stream.of(TEXTS.get(number).split("\\|")).toList();
    Font font = DrawnPicture.font(number, Font.BOLD, 72);
    DrawnPicture photo = new DrawnPicture(900, 800, Color.GRAY, number).photo();
    return switch (form) {
      case WHITE_ON_PICTURE ->
          photo
              .centered(lines.get(0), 120, font, Color.WHITE)
              .centered(lines.get(1), 740, font, Color.WHITE);
      case OUTLINED_CAPITALS, JPEG_40 -> capitals(photo, lines, font);
      case BLACK_ON_A_BAR ->
          photo
              .box(0, 0, 900, 240, Color.WHITE)
              .centered(lines.get(0), 100, font, Color.BLACK)
              .centered(lines.get(1), 200, font, Color.BLACK);
      case TURNED_BY_3_DEGREES -> capitals(photo, lines, font).turned(3);
      case SMALL ->
          new DrawnPicture(360, 320, Color.GRAY, number)
              .photo()
              .outlined(upper(lines.get(0)), 50, font.deriveFont(34f))
              .outlined(upper(lines.get(1)), 300, font.deriveFont(34f));
    };
  }

  private static DrawnPicture capitals(DrawnPicture photo, List<String> lines, Font font) {
    return photo.outlined(upper(lines.get(0)), 120, font).outlined(upper(lines.get(1)), 740, font);
  }

  private static String upper(String line) {
    return line.toUpperCase(Locale.ROOT);
  }
}
