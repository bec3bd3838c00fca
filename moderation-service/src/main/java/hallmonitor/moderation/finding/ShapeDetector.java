package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private information that is known by its shape, such as a telephone number, and by whom the words
 * around it speak of. All expressions are bounded and without nested repetition, so their time is
 * linear.
 */
final class ShapeDetector implements Detector {
  private static final int AROUND = 60;

  private enum Shape {
    PHONE(
        "(?<![0-9])(?:\\+?1[-. ]?)?(?:\\(?[0-9]{3}\\)?[-. ]{0,2})?[0-9]{3}[-. ][0-9]{4}(?![0-9])",
        "a telephone number"),
    SSN("(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])", "a social security number"),
    ADDRESS(
        "(?<![0-9])[0-9]{1,5} (?:[nsew]\\.? )?[a-zñ]{2,20}(?: [a-zñ]{2,20})? "
            + "(?:street|st|avenue|ave|road|rd|court|ct|lane|ln|drive|dr|boulevard|blvd|way|place|pl|circle|trail)\\b",
        "a street address"),
    STUDENT_ID(
        "\\b(?:student )?id ?(?:#|no\\.?|number|de [a-z]{2,15} [a-z]{2,15} es)? ?:? ?[0-9][0-9-]{4,10}\\b",
        "an identity number"),
    EMAIL("\\b[a-z0-9._-]{1,40}@[a-z0-9-]{1,40}\\.[a-z]{2,10}\\b", "an email address");

    private final Pattern pattern;
    private final String name;

    Shape(String expression, String name) {
      this.pattern = Pattern.compile(expression);
      this.name = name;
    }
  }

  private static final Pattern SOMEBODY =
      Pattern.compile(
          "\\b(?:his|her|hers|him|their|she|he|mr|mrs|ms|miss|dr|coach|principal|teacher|ref|kid|boy|girl|mom|dad|"
              + "that lady|officer|nurse|lives|address|call him|text the|[a-z]{2,15}'s|"
              // without 'el': accents are gone, so it would be every article
              + "ella|su|sus|maestra|maestro|directora|director|señora|señor|mama|papa|niño|niña|arbitro|vive|celular del|casa de)\\b");
  private static final Pattern INVITED =
      Pattern.compile(
          "\\b(?:(?:call|text|message|email|reach) (?:me|us)|my (?:number|cell|phone|email) is|"
              + "llamame|llamenme|llamenos|escribanme|escribeme|mi (?:numero|celular|cel|correo) es)\\b");
  private static final Pattern OFFICIAL =
      Pattern.compile(
          "\\b(?:office|school|district|hotline|helpline|988|911|tip line|desk|box office|register|tickets|rsvp|meeting|board|"
              + "questions|library|nurse's office|transportation|church|found|lost|oficina|escuela|distrito|linea|boletos|biblioteca)\\b");
  private static final Pattern OWN =
      Pattern.compile("\\b(?:my|me|i'm|our|us|mi|conmigo|llamame|llamenme|encontre|taquilla)\\b");

  @Override
  public String name() {
    return "shape";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalisedText light = comment.normalised();
    String text = light.text();
    if (!mayHold(text)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(1);
    for (Shape shape : Shape.values()) {
      Matcher matcher = shape.pattern.matcher(text);
      if (matcher.find()) {
        findings.add(finding(light, shape, matcher.start(), matcher.end()));
      }
    }
    return findings;
  }

  private static boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == '@') {
        return true;
      }
    }
    return false;
  }

  private Finding finding(NormalisedText light, Shape shape, int from, int to) {
    String text = light.text();
    String around =
        text.substring(Math.max(0, from - AROUND), from)
            + " "
            + text.substring(to, Math.min(text.length(), to + AROUND));
    double score = 0.45;
    String whose = ".";
    if (shape == Shape.SSN || shape == Shape.STUDENT_ID) {
      score = 0.93;
    } else if (OFFICIAL.matcher(around).find()) {
      score = 0.2;
      whose = ", it seems of an office or an event.";
    } else if (INVITED.matcher(around).find()) {
      score = 0.3;
      whose = ", it seems the author's own.";
    } else if (SOMEBODY.matcher(around).find()) {
      score = 0.95;
      whose = " of somebody whom the comment speaks of.";
    } else if (OWN.matcher(around).find()) {
      score = 0.3;
      whose = ", it seems the author's own.";
    }
    return new Finding(
        Category.CONFIDENTIAL,
        score,
        name(),
        List.of(new Span(light.originalFrom(from), light.originalTo(to))),
        "The comment holds " + shape.name + whose);
  }
}
