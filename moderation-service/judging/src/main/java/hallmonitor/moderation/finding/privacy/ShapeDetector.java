package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.KnownPeople;
import hallmonitor.moderation.finding.name.NamedPerson;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects private information by its shape, such as a phone number, and by the person that the
 * words around it are about. All regular expressions are bounded and have no nested repetition, so
 * they run in linear time.
 */
public final class ShapeDetector implements Detector {
  private static final int AROUND = 90;
  private static final String DIGIT_WORD =
      "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)";

  private enum Shape {
    PHONE(
        "(?<![0-9$])(?:\\+?1[-. ]?)?(?:\\(?[0-9]{3}\\)?[-. ]{0,2})?[0-9]{3}[-. ][0-9]{4}(?![0-9])"
            + "|(?<![0-9$.,])(?:[0-9]{3})?[0-9]{7}(?![0-9])",
        Sentence.of("It contains a phone number."), 7),
    SPELLED(
        "\\b" + DIGIT_WORD + "(?:[ ,.-]{1,3}" + DIGIT_WORD + "){6,9}\\b",
        Sentence.of("It contains a phone number.")),
    SSN(
        "(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])",
        Sentence.of("It contains a Social Security number."), 9),
    ADDRESS(
        "(?<![0-9])[0-9]{1,5} ?[a-d]? (?:[nsew]\\.? )?[a-zñ]{2,20}(?: [a-zñ]{2,20})? "
            + "(?:street|st|avenue|ave|road|rd|court|ct|lane|ln|drive|dr|boulevard|blvd|way|place|pl|circle|trail|"
            + "terrace|bend|hollow|run|ridge|row|loop|parkway|pkwy|highway|hwy)\\b",
        Sentence.of("It contains a street address."),
        1),
    STUDENT_ID(
        "\\b(?:student )?id ?(?:#|no\\.?|number|de [a-z]{2,15} [a-z]{2,15} es|is|es)? ?:? ?#?[0-9][0-9-]{4,10}\\b",
        Sentence.of("It contains an ID number."),
        5),
    EMAIL(
        "\\b[a-z0-9._-]{1,40}@[a-z0-9-]{1,40}\\.[a-z]{2,10}\\b",
        Sentence.of("It contains an email address."));

    private final Pattern pattern;
    private final Sentence said;

    /** Fewest digits in any match; texts with fewer are skipped. */
    private final int digits;

    Shape(String expression, Sentence said) {
      this(expression, said, 0);
    }

    Shape(String expression, Sentence said, int digits) {
      this.digits = digits;
      this.pattern = Pattern.compile(expression);
      this.said = said;
    }
  }

  private static final Pattern MARKS =
      Pattern.compile(
          "\\b(?:scores?|grades?|gradebook|gpa|rank|levels?|map|act|sat|psat|test|quiz|percent|calificaciones|promedio|examen|notas)\\b");

  /** {@code Anna 188, Joey 171, Sam T. 164}. */
  private static final Pattern ROLL =
      Pattern.compile(
          "(?:\\p{Lu}\\p{Ll}{1,15}(?: \\p{Lu}[\\p{Ll}.]{0,15})?:? [0-9]{1,4}(?:\\.[0-9]{1,2})?%?(?:[,;]| and| y)? ){2}"
              + "\\p{Lu}\\p{Ll}{1,15}(?: \\p{Lu}[\\p{Ll}.]{0,15})?:? [0-9]{1,4}");

  /** Words that say the information belongs to another person, not to the author or an office. */
  private static final Pattern GIVEN_AWAY =
      Pattern.compile(
          "\\b(?:his|her|their|[a-z]{2,20}'s) (?:[a-z]{2,12} ){0,2}(?:number|cell|phone|cellphone|address|house|home|place|line|gmail|email|snap|digits)\\b"
              + "|\\b(?:he|she|they|kid|boy|girl|mom|dad|family|teacher|coach|principal|nurse|sub|superintendent|guard) (?:lives?|sleeps?|stays?|moved) (?:over |now )?(?:at|in|on|to)\\b"
              + "|\\blives? (?:at|on|in) |\\bgoes home to\\b|\\bfind (?:him|her) at\\b|\\b(?:his|her|their) (?:house|apartment|nana)\\b"
              + "|\\bwhere (?:he|she|they|the [a-z]{2,15}|ur [a-z ]{2,20}|your [a-z ]{2,20}) (?:lives?|sleeps?|stays?)\\b"
              + "|\\b(?:call|text|spam|prank|message|ring|dm) (?:him|her|them|coach|the ref|mr|mrs|ms|[a-z]{2,15}'s)\\b|\\bspam this\\b"
              + "|\\bsu (?:casa|celular|cel|numero|telefono|correo|direccion)\\b|\\b(?:celular|cel|numero|telefono|direccion|correo|fijo|casa) (?:personal )?(?:de su|de la|del|de el|de mi) (?!oficina|escuela|distrito|biblioteca|junta|secretaria|anuario|consejo|comite|club)"
              + "|\\bvive[n]? en\\b|\\bse (?:cambio|mudo) a\\b|\\b(?:llamenle|marquenle|escribanle|mandenle)\\b");

  private static final Pattern INVITED =
      Pattern.compile(
          "\\b(?:(?:call|text|message|email|reach|ring|holler at|write to) (?:me|us|big)|my (?:number|cell|phone|email) is|my cell's|"
              + "llamame|llamenme|llamenos|escribanme|escribeme|marquenme|mi (?:numero|celular|cel|correo) es)\\b|\\b(?:thats|that's) me\\b");
  private static final Pattern OFFICIAL =
      Pattern.compile(
          "\\b(?:office|school|elementary|district|hotline|helpline|988|911|tip line|desk|box office|register|tickets|rsvp|meeting|board|meets|"
              + "questions|library|nurse's office|transportation|church|found|lost|schedule|published|garage|extension|transcripts|fax|yearbook|anuario|"
              + "oficina|escuela|distrito|linea|boletos|biblioteca|junta|perdio|encontre|encontro)\\b");
  private static final Pattern SELLS =
      Pattern.compile(
          "\\b(?:free|gratis|sale|vendo|loans?|cash|credit|credito|deposit|deposito|whatsapp|whats|order|orders|discount|rent|program|clinic|"
              + "practice|florist|shop|store|auto|barn|farm|stand|open|prestamos?|presto|rifas?|limpi[a-z]{1,6}|compramos|massage|masajes?|essays|"
              + "invest|forex|crypto|puppies|cachorros|adoption|inspection|services?|insurance|diploma|donations?|proceeds|tamales|gifts?|"
              + "receta|zelle|testimony|interest|hiring|tutoring|candidate)\\b|[$%]");
  private static final Pattern OWN =
      Pattern.compile(
          "\\b(?:my|me|i'm|i|i'll|our|us|we|mi|conmigo|llamame|llamenme|encontre|taquilla|yo|soy|nos|nuestra|nuestro)\\b");

  /** Signs that the author is a child, who should not reveal even their own information. */
  private static final Pattern CHILD =
      Pattern.compile(
          "\\b(?:i'm|im|i am) (?:only |just )?(?:[5-9]|1[0-7])\\b|\\b(?:i'm|im|i am) in (?:[1-9]|1[0-2])(?:st|nd|rd|th)\\b|\\b(?:i'm|im) [a-z]{2,15} (?:im|i'm) [0-9]{1,2}\\b|"
              + "\\b(?:[5-9]|1[0-7])/?[mf]\\b|\\btengo (?:[5-9]|1[0-7])(?: años|\\b)|\\bmy (?:mom|dad|parents) (?:doesn't|doesnt|don't|dont) know\\b|\\bminecraft|roblox\\b|"
              + "\\bcome (?:play|over for my)\\b|\\bvengan a jugar\\b");

  @Override
  public String name() {
    return "shape";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalizedText light = comment.normalized();
    String text = light.text();
    int digits = digits(text);
    boolean spelled = isSpelled(text);
    boolean mail = text.indexOf('@') >= 0;
    if (digits == 0 && !spelled && !mail) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(1);
    for (Shape shape : SHAPES) {
      boolean possible =
          shape == Shape.EMAIL ? mail : shape == Shape.SPELLED ? spelled : digits >= shape.digits;
      if (!possible) {
        continue;
      }
      Matcher matcher = shape.pattern.matcher(text);
      if (matcher.find()) {
        findings.add(finding(comment, shape, matcher.start(), matcher.end()));
      }
    }
    if (digits >= 3 && MARKS.matcher(text).find()) {
      Matcher roll = ROLL.matcher(comment.text());
      if (roll.find()) {
        findings.add(
            new Finding(
                Category.CONFIDENTIAL,
                0.85,
                name(),
                List.of(new Span(roll.start(), roll.end())),
                Sentence.of("It lists names and grades.").toString()));
      }
    }
    return findings;
  }

  /**
   * Returns all places with private information by its shape, as a whole, also those of offices;
   * {@link #detect} says the first of each shape.
   */
  public static List<PrivatePlace> places(String text) {
    NormalizedText light = NormalizedText.of(text);
    List<PrivatePlace> places = new ArrayList<>();
    for (Shape shape : SHAPES) {
      if (shape == Shape.EMAIL) {
        continue; // WholeShapes finds addresses of more servers
      }
      Matcher matcher = shape.pattern.matcher(light.text());
      while (matcher.find()) {
        places.add(
            place(
                light,
                kind(shape),
                WholeShapes.around(kind(shape), light.text(), matcher.start(), matcher.end())));
      }
    }
    WholeShapes.mails(light.text())
        .forEach(span -> places.add(place(light, PrivatePlace.Kind.EMAIL, span)));
    WholeShapes.accounts(light.text())
        .forEach(span -> places.add(place(light, PrivatePlace.Kind.NUMBER, span)));
    if (MARKS.matcher(light.text()).find()) {
      Matcher roll = ROLL.matcher(text);
      while (roll.find()) {
        places.add(new PrivatePlace(PrivatePlace.Kind.GRADES, new Span(roll.start(), roll.end())));
      }
    }
    return places;
  }

  private static PrivatePlace place(NormalizedText light, PrivatePlace.Kind kind, Span plain) {
    return new PrivatePlace(
        kind, new Span(light.originalFrom(plain.from()), light.originalTo(plain.to())));
  }

  private static PrivatePlace.Kind kind(Shape shape) {
    return switch (shape) {
      case PHONE, SPELLED -> PrivatePlace.Kind.PHONE;
      case ADDRESS -> PrivatePlace.Kind.ADDRESS;
      case EMAIL -> PrivatePlace.Kind.EMAIL;
      case SSN, STUDENT_ID -> PrivatePlace.Kind.NUMBER;
    };
  }

  private static final Shape[] SHAPES = Shape.values();

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  private static boolean isSpelled(String text) {
    return text.contains("five") || text.contains("cinco") || text.contains("zero");
  }

  private Finding finding(Comment comment, Shape shape, int from, int to) {
    NormalizedText light = comment.normalized();
    String text = light.text();
    String around =
        text.substring(Math.max(0, from - AROUND), from)
            + " "
            + text.substring(to, Math.min(text.length(), to + AROUND));
    int start = light.originalFrom(from);
    int end = light.originalTo(to);
    double score;
    Sentence whose;
    boolean given = GIVEN_AWAY.matcher(around).find();
    if (shape == Shape.SSN) {
      score = 0.93;
      whose = Sentence.NONE;
    } else if (shape == Shape.STUDENT_ID) {
      score = 0.9;
      whose = Sentence.NONE;
    } else if (CHILD.matcher(text).find()) {
      score = 0.8;
      whose = Sentence.of("Its author seems to be a child.");
    } else if (SELLS.matcher(around).find() || OFFICIAL.matcher(around).find() && !given) {
      score = given && shape != Shape.EMAIL && !SELLS.matcher(around).find() ? 0.6 : 0.2;
      whose = Sentence.of("It seems to belong to an office, a business, or an event.");
    } else if (INVITED.matcher(around).find()) {
      score = 0.25;
      whose = Sentence.of("It seems to be the author's own.");
    } else if (given) {
      boolean official = OFFICIAL.matcher(around).find();
      score = official ? 0.75 : 0.94;
      whose = Sentence.of("It belongs to somebody the comment is about.");
    } else {
      score = byPeople(comment.text(), start, end, OWN.matcher(around).find());
      whose = score >= 0.5 ? Sentence.of("The comment is about somebody.") : Sentence.NONE;
    }
    return new Finding(
        Category.CONFIDENTIAL,
        score,
        name(),
        List.of(new Span(start, end)),
        shape.said.and(whose).toString());
  }

  private static double byPeople(String text, int from, int to, boolean own) {
    KnownPeople people =
        KnownPeople.of(text, Math.max(0, from - AROUND), Math.min(text.length(), to + AROUND));
    if (people.has(NamedPerson.NAMED) || people.has(NamedPerson.NAMED_STAFF)) {
      return own ? 0.35 : 0.7;
    }
    return people.has(NamedPerson.POINTED)
            || people.has(NamedPerson.PRONOUN)
            || people.has(NamedPerson.OFFICE)
        ? (own ? 0.35 : 0.6)
        : 0.25;
  }
}
