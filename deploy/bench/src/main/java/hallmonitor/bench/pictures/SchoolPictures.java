package hallmonitor.bench.pictures;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ordinary pictures with text, as a school's page has them: flyers, scoreboards, menus, schedules,
 * captions. Some of their words are near what alarms.
 */
final class SchoolPictures {
  /** A file, and what it says. */
  record Picture(String says, byte[] file) {}

  private static final List<String> FLYERS =
      List.of(
          "Spring Book Fair|March 3 to 7 in the library|Bring your family!",
          "Bake Sale|Friday after school|All proceeds to the band",
          "Drama Club presents|Murder at the Manor|April 12, 7 PM, tickets $5",
          "Kill the Lights!|Energy savings week|Turn it off when you leave",
          "Blood Drive|Save three lives|Gym, Tuesday 8 AM to 2 PM",
          "Stop Bullying Week|Be a buddy, not a bully|Wear blue on Wednesday",
          "Photo Club|Shoot for the stars|Bring your own camera",
          "You are not alone|Call or text 988|Suicide and Crisis Lifeline",
          "Lockdown drill|Thursday at 10 AM|This is only a drill",
          "See something? Say something.|Tell an adult you trust|Tip line 555-0142",
          "Fall Carnival|Dunk tank, pie in the face, cake walk|Hit the principal with a pie!",
          "Math Bombshells|Robotics team tryouts|Room 114, Monday 3:30 PM",
          "Vote YES on Measure B|New roofs for our schools|November 5",
          "No guns, no drugs, no weapons|This is a safe school zone|Thank you",
          "Feria del Libro|Del 3 al 7 de marzo en la biblioteca|¡Traiga a su familia!",
          "Noche de Ciencias|Jueves a las 6 de la tarde|Comida gratis para todos",
          "Alto al acoso escolar|Sé amigo, no acosador|Semana del respeto",
          "Día de los Muertos|Ofrenda en el gimnasio|1 de noviembre",
          "Junta de padres|Martes 14, 5:30 p. m.|Habrá intérprete",
          "Inscripción abierta|Kínder y preescolar|Traiga el acta de nacimiento");

  private static final List<String> SCORES =
      List.of(
          "HOME 42|GUEST 0|LIONS CRUSH TIGERS",
          "EAGLES 77|BEARS 75|BUZZER SHOT WINS IT",
          "PIRATES 3|RAIDERS 2|SUDDEN DEATH OVERTIME",
          "VARSITY 21|VISITORS 20|WE KILLED IT!",
          "LOCAL 2|VISITANTE 1|¡GOLAZO EN EL MINUTO 90!",
          "HORNETS 14|KNIGHTS 7|DEFENSE ATTACKS AGAIN");

  private static final List<String> MENUS =
      List.of(
          "Lunch Menu|Mon  Chicken nuggets, corn|Tue  Beef tacos, beans|Wed  Pizza, salad|Thu "
              + " Sloppy Joe|Fri  Fish sticks",
          "Breakfast|Mon  Pancakes|Tue  Egg burrito|Wed  Oatmeal, raisins|Thu  Bagel|Fri  Cereal,"
              + " milk",
          "Menú del almuerzo|Lun  Pollo con arroz|Mar  Tacos de res|Mié  Pizza de queso|Jue  Sopa y"
              + " pan|Vie  Pescado",
          "Concessions|Hot dog $3|Nachos $4|Killer brownies $2|Water $1|Shots of lemonade $1");

  private static final List<String> SCHEDULES =
      List.of(
          "Bell Schedule|1  8:00 - 8:50|2  8:55 - 9:45|3  9:50 - 10:40|Lunch  10:45 - 11:15|4 "
              + " 11:20 - 12:10",
          "Finals Week|Mon  English 8:00|Tue  History 8:00|Wed  Algebra 10:15|Thu  Biology 8:00|Fri"
              + "  Make-ups",
          "Bus Routes|12  Oak St 7:05|14  Elm St 7:10|17  Main St 7:22|21  Hill Rd 7:31",
          "Track Meet|9:00 Long jump|9:30 Shot put|10:00 Discus|11:00 4x100 relay|12:30 Hammer"
              + " throw",
          "Horario de exámenes|Lun  Inglés 8:00|Mar  Historia 8:00|Mié  Álgebra 10:15|Jue  Biología"
              + " 8:00",
          "Soccer Fixtures|Sep 4  at Lincoln|Sep 9  Washington|Sep 16  at Roosevelt|Sep 23 "
              + " Adams|Oct 1  Playoffs");

  private static final List<String> CAPTIONS =
      List.of(
          "WHEN THE WIFI DIES|DURING THE TEST",
          "ME AFTER|THE MILE RUN",
          "GOOD LUCK ON FINALS|YOU GOT THIS",
          "I WOULD KILL|FOR A SNOW DAY",
          "FIRST DAY|BEST DAY",
          "MONDAY|HITS DIFFERENT",
          "GO TIGERS|BEAT LINCOLN",
          "CUANDO SUENA|LA CAMPANA",
          "FELIZ VIERNES|FAMILIA WESTFIELD",
          "CONGRATS SENIORS|CLASS OF 2026");

  private SchoolPictures() {}

  static List<Picture> all() {
    List<Picture> all = new ArrayList<>();
    draw(all, FLYERS, SchoolPictures::flyer);
    draw(all, SCORES, SchoolPictures::scoreboard);
    draw(all, MENUS, SchoolPictures::table);
    draw(all, SCHEDULES, SchoolPictures::table);
    draw(all, CAPTIONS, SchoolPictures::caption);
    return all;
  }

  private interface Kind {
    DrawnPicture of(List<String> lines, int number);
  }

  private static void draw(List<Picture> all, List<String> texts, Kind kind) {
    for (String text : texts) {
      int number = all.size();
      byte[] file =
          kind.of(Stream.of(text.split("\\|")).toList(), number).jpeg(number % 3 == 0 ? .5f : .85f);
      all.add(new Picture(text.replace('|', '\n'), file));
    }
  }

  private static DrawnPicture flyer(List<String> lines, int number) {
    Color ground = Color.getHSBColor(number * .137f, .25f, 1);
    DrawnPicture flyer =
        number % 4 == 3
            ? new DrawnPicture(900, 1_100, Color.GRAY, number).photo()
            : new DrawnPicture(900, 1_100, ground, number).box(0, 0, 900, 240, ground.darker());
    Color ink = number % 4 == 3 ? Color.WHITE : Color.getHSBColor(number * .137f, 1, .3f);
    flyer.centered(lines.get(0), 170, DrawnPicture.font(number, Font.BOLD, 96), ink);
    IntStream.range(1, lines.size())
        .forEach(
            i ->
                flyer.centered(
                    lines.get(i), 300 + i * 160, DrawnPicture.font(number + i, 0, 52), ink));
    return flyer;
  }

  private static DrawnPicture scoreboard(List<String> lines, int number) {
    DrawnPicture board = new DrawnPicture(1_200, 700, new Color(16, 16, 20), number);
    board.line(lines.get(0), 60, 220, DrawnPicture.font(number, Font.BOLD, 96), Color.ORANGE);
    board.line(lines.get(1), 640, 220, DrawnPicture.font(number, Font.BOLD, 96), Color.ORANGE);
    return board.centered(
        lines.get(2), 540, DrawnPicture.font(number + 1, Font.BOLD, 72), Color.YELLOW);
  }

  private static DrawnPicture table(List<String> lines, int number) {
    DrawnPicture table = new DrawnPicture(1_000, 900, Color.WHITE, number);
    table.line(lines.get(0), 60, 110, DrawnPicture.font(number, Font.BOLD, 72), Color.BLACK);
    for (int i = 1; i < lines.size(); i++) {
      table.box(40, 70 + i * 110, 920, 90, i % 2 == 0 ? new Color(228, 236, 248) : Color.WHITE);
      table.line(
          lines.get(i),
          70,
          130 + i * 110,
          DrawnPicture.font(number + i % 2, 0, 44),
          new Color(30, 30, 60));
    }
    return table;
  }

  private static DrawnPicture caption(List<String> lines, int number) {
    return new DrawnPicture(900, 900, Color.GRAY, number)
        .photo()
        .outlined(lines.get(0), 130, DrawnPicture.font(number, Font.BOLD, 84))
        .outlined(lines.get(1), 850, DrawnPicture.font(number, Font.BOLD, 84));
  }
}
