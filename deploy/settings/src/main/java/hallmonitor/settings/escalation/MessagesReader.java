package hallmonitor.settings.escalation;

import hallmonitor.settings.district.WebAddresses;
import hallmonitor.settings.yaml.YamlMapping;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code messages} of escalation.yaml. */
final class MessagesReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern SENDER = Pattern.compile("\\+[1-9][0-9]{6,14}|MG[0-9a-f]{32}");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final Set<String> ids = new HashSet<>();

  private MessagesReader() {}

  static MessageRules read(Optional<YamlMapping> section) {
    return section.map(m -> new MessagesReader().rules(m)).orElse(MessageRules.NONE);
  }

  private MessageRules rules(YamlMapping m) {
    m.allow("gateways", "rosters");
    return new MessageRules(
        m.list("gateways", this::gateway), m.list("rosters", new RostersReader()::read));
  }

  private Gateway gateway(YamlMapping m) {
    m.allow("id", "kind", "address", "secret", "from", "language", "private-network");
    String id = m.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      m.problem("id", "an id is made of lower-case letters, digits and hyphens, not '" + id + "'");
    } else if (!id.isEmpty() && !ids.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    m.text("kind");
    Gateway.Kind kind = m.oneOf("kind", Gateway.Kind.class, Gateway.Kind.SLACK);
    String language = m.text("language", "en");
    if (!language.equals("en") && !language.equals("es")) {
      m.problem("language", "messages are written in en or es, not '" + language + "'");
    }
    return new Gateway(
        id,
        kind,
        address(m, kind),
        m.text("secret"),
        sender(m, kind),
        language,
        m.flag("private-network", false));
  }

  private static Optional<URI> address(YamlMapping m, Gateway.Kind kind) {
    if (kind.usual().isEmpty() && m.has("address")) {
      m.problem("address", "the address is a secret here; put it into the file of 'secret'");
    }
    return m.value(
        "address",
        kind.usual(),
        "a web address that starts with https:// (or http:// on this machine)",
        text -> {
          URI address = URI.create(text.replaceAll("/+$", ""));
          if (!WebAddresses.isSafe(address)
              || address.getUserInfo() != null
              || address.getQuery() != null) {
            throw new IllegalArgumentException();
          }
          return Optional.of(address);
        });
  }

  private static String sender(YamlMapping m, Gateway.Kind kind) {
    if (!kind.isPersonal()) {
      if (m.has("from")) {
        m.problem("from", "only text messages and calls have a sender");
      }
      return "";
    }
    String from = m.text("from");
    boolean call = kind == Gateway.Kind.TWILIO_CALL;
    if (!from.isEmpty() && !(call ? NUMBER : SENDER).matcher(from).matches()) {
      m.problem(
          "from",
          "'"
              + from
              + "' is not a number such as \"+16305550100\""
              + (call ? "" : ", or a messaging service's id such as MG0123..."));
    }
    return from;
  }
}
