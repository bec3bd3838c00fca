package hallmonitor.moderation.finding.spam;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects links with an offer. A link alone means nothing: families share articles and petitions.
 */
public final class SpamDetector implements Detector {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|www\\.)[^ ]{3,200}|\\b[a-z0-9-]{2,30}\\.(?:com|net|io|shop|xyz|info|biz|example|ru|top|club)(?:/[^ ]{0,100})?\\b");
  private static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:free|win|won|winner|claim|prize|cheap|discount|deal|deals|buy|order|crypto|bitcoin|forex|invest|earn|income|"
              + "loan|followers|casino|viagra|pills|pharma|cbd|singles|sexy|nude|nudes|leaked|adult|dating|verify|giveaway|"
              + "% off|promo|sign up|hurry|midnight|gratis|gana|ganaste|premio|compra|oferta|descuento|dinero|prestamo|reclama)\\b|[0-9]% off");
  private static final Pattern SHOP =
      Pattern.compile(
          "(?<![a-z])(?:bit\\.ly|tinyurl|t\\.me|wa\\.me|cash|gift|prize|crypto|pharma|win|promo|cheap|deal|loan|sexy|premio|regalo)s?(?![a-z])");

  @Override
  public String name() {
    return ModelDetector.LINK;
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalizedText light = comment.normalized();
    String text = light.text();
    if (!mayLink(text)) {
      return List.of();
    }
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      return List.of();
    }
    boolean offer = OFFER.matcher(text).find();
    boolean shop = SHOP.matcher(link.group()).find();
    double score = offer && shop ? 0.95 : offer ? 0.7 : shop ? 0.6 : 0.1;
    if (score < 0.5) {
      return List.of();
    }
    Span span = new Span(light.originalFrom(link.start()), light.originalTo(link.end()));
    Sentence why =
        offer
            ? Sentence.of("It links to a page together with an offer.")
            : Sentence.of("It has a link of the kind that advertising uses.");
    return List.of(new Finding(Category.SPAM, score, name(), List.of(span), why.toString()));
  }

  /** Every link has a period within a word. */
  private static boolean mayLink(String text) {
    for (int i = text.indexOf('.', 1); i > 0; i = text.indexOf('.', i + 1)) {
      if (i + 1 < text.length() && text.charAt(i + 1) != ' ' && text.charAt(i - 1) != ' ') {
        return true;
      }
    }
    return false;
  }
}
