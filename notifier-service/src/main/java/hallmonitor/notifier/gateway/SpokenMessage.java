package hallmonitor.notifier.gateway;

/** What a voice says, as TwiML: https://www.twilio.com/docs/voice/twiml/say */
final class SpokenMessage {
  private SpokenMessage() {}

  /** Says it twice: the first time, many people are still waking up. */
  static String of(GatewayMessage message) {
    String say =
        "<Say language=\""
            + (message.language().equals("es") ? "es-MX" : "en-US")
            + "\">"
            + escaped(message.spoken())
            + "</Say>";
    return "<Response><Pause length=\"1\"/>" + say + "<Pause length=\"2\"/>" + say + "</Response>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
  }
}
