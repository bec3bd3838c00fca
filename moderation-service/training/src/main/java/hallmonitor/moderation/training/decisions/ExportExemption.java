package hallmonitor.moderation.training.decisions;

/** Why a decided comment is not exported; the first reason that applies. */
enum ExportExemption {
  DISPOSED("the record was disposed of"),
  HELD("a hold covers the record"),
  CONTESTED("an appeal is not decided yet"),
  EDITED("the author had changed the text before somebody decided"),
  DISAGREED("people disagree"),
  NO_CATEGORY("confirmed, but it cannot be told which category"),
  NO_TEXT("it has no text"),
  OTHER_LANGUAGE("it is in another language than English and Spanish");

  private final String words;

  ExportExemption(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
