package hallmonitor.moderation.finding.lexicon;

import java.util.Random;

/** Ways people hide a word from a machine but not from each other. */
enum Disguise {
  NONE {
    @Override
    String on(String word, Random chance) {
      return word;
    }
  },
  LEET_ONE_SIGN {
    @Override
    String on(String word, Random chance) {
      return replaced(word, chance, 1, LEET_SIGNS);
    }
  },
  LEET {
    @Override
    String on(String word, Random chance) {
      return replaced(word, chance, 9, LEET_SIGNS);
    }
  },
  DRAWN_LETTERS {
    @Override
    String on(String word, Random chance) {
      return replaced(word, chance, 2, DRAWN_SIGNS);
    }
  },
  ONE_STAR {
    @Override
    String on(String word, Random chance) {
      return masked(word, chance, 1, "*#%");
    }
  },
  STARS {
    @Override
    String on(String word, Random chance) {
      int most = Math.max(1, (word.length() - 1) / 3);
      return masked(word, chance, 1 + chance.nextInt(most), "*");
    }
  },
  APART {
    @Override
    String on(String word, Random chance) {
      return String.join(pick(chance, " ", ".", "-", "_", "*", " . ", "  "), word.split(""));
    }
  },
  SPLIT {
    @Override
    String on(String word, Random chance) {
      int at = 1 + chance.nextInt(word.length() - 1);
      return word.substring(0, at) + pick(chance, ".", "-", "_") + word.substring(at);
    }
  },
  STRETCHED {
    @Override
    String on(String word, Random chance) {
      int at = chance.nextInt(word.length());
      return word.substring(0, at)
          + word.substring(at, at + 1).repeat(2 + chance.nextInt(6))
          + word.substring(at + 1);
    }
  },
  CAPITALS {
    @Override
    String on(String word, Random chance) {
      StringBuilder out = new StringBuilder();
      word.chars()
          .forEach(c -> out.append((char) (chance.nextBoolean() ? c : Character.toUpperCase(c))));
      return out.toString();
    }
  },
  CYRILLIC_AND_GREEK {
    @Override
    String on(String word, Random chance) {
      return replaced(word, chance, 9, LOOK_ALIKES);
    }
  },
  FULL_WIDTH {
    @Override
    String on(String word, Random chance) {
      return alphabet(word, 0xFF41);
    }
  },
  MATHEMATICAL {
    @Override
    String on(String word, Random chance) {
      return alphabet(
          word,
          Integer.parseInt(
              pick(chance, "119834", "119938", "120094", "120146", "120250", "120458")));
    }
  },
  ENCLOSED {
    @Override
    String on(String word, Random chance) {
      return alphabet(
          word, Integer.parseInt(pick(chance, "9424", "127280", "127312", "127344", "127462")));
    }
  },
  UNSEEN {
    @Override
    String on(String word, Random chance) {
      return String.join(
          pick(chance, "\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff"), word.split(""));
    }
  },
  MARKS {
    @Override
    String on(String word, Random chance) {
      return String.join(pick(chance, "\u0336", "\u0332", "\u0308", "\u0337\u0321"), word.split(""))
          + "\u0336";
    }
  },
  ACCENTS {
    @Override
    String on(String word, Random chance) {
      return replaced(word, chance, 9, ACCENTED);
    }
  },
  HTML {
    @Override
    String on(String word, Random chance) {
      int at = chance.nextInt(word.length());
      String code =
          chance.nextBoolean()
              ? "&#" + (int) word.charAt(at) + ";"
              : "&#x" + Integer.toHexString(word.charAt(at)) + ";";
      return word.substring(0, at) + code + word.substring(at + 1);
    }
  },
  GLUED {
    @Override
    String on(String word, Random chance) {
      return pick(chance, "you", "this", "stupid", "what", "holy", "big") + word;
    }
  },
  SWAPPED {
    @Override
    String on(String word, Random chance) {
      if (word.length() < 6) {
        return word;
      }
      int at = 1 + chance.nextInt(word.length() - 3);
      return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
  },
  ONE_LETTER_LESS {
    @Override
    String on(String word, Random chance) {
      if (word.length() < 7) {
        return word;
      }
      int at = 1 + chance.nextInt(word.length() - 2);
      return word.substring(0, at) + word.substring(at + 1);
    }
  },
  ONE_LETTER_MORE {
    @Override
    String on(String word, Random chance) {
      if (word.length() < 7) {
        return word;
      }
      int at = 1 + chance.nextInt(word.length() - 2);
      return word.substring(0, at) + (char) ('a' + chance.nextInt(26)) + word.substring(at);
    }
  },
  TWO_AT_ONCE {
    @Override
    String on(String word, Random chance) {
      String leet = LEET_ONE_SIGN.on(word, chance);
      return chance.nextBoolean() ? APART.on(leet, chance) : STRETCHED.on(leet, chance);
    }
  };

  /** A letter, then the signs that resemble it. */
  private static final String[] LEET_SIGNS = {
    "a@ 4", "e3", "i1 !", "o0", "s5 $", "t7 +", "g9", "b8", "l1 |"
  };

  private static final String[] DRAWN_SIGNS = {
    "c( <",
    "uv |_| µ",
    "o() []",
    "k|< /<",
    "b|3 13 8",
    "h|-| }{",
    "d|)",
    "v\\/",
    "n|\\|",
    "x><",
    "a/\\ @"
  };

  private static final String[] LOOK_ALIKES = {
    "aа α", "eе ε", "oо ο", "pр ρ", "cс", "yу", "xх χ", "iі ι", "sѕ", "jј", "hһ", "tт τ", "kк κ",
    "mм", "uυ", "nп η", "vν", "wω ԝ", "bв β", "gɡ"
  };

  private static final String[] ACCENTED = {
    "aá à ä â", "eé è ë", "ií ì ï", "oó ò ö", "uú ù ü", "cç"
  };

  /** Returns the word in this disguise. */
  abstract String on(String word, Random chance);

  private static String pick(Random chance, String... from) {
    return from[chance.nextInt(from.length)];
  }

  private static String masked(String word, Random chance, int count, String masks) {
    char[] letters = word.toCharArray();
    for (int n = 0; n < count; n++) {
      letters[1 + chance.nextInt(letters.length - 2)] =
          masks.charAt(chance.nextInt(masks.length()));
    }
    return new String(letters);
  }

  private static String alphabet(String word, int first) {
    StringBuilder out = new StringBuilder();
    word.chars().forEach(c -> out.appendCodePoint(c >= 'a' && c <= 'z' ? first + c - 'a' : c));
    return out.toString();
  }

  /** Replaces up to {@code most} letters that have signs, each by one of them. */
  private static String replaced(String word, Random chance, int most, String[] signs) {
    int can = (int) word.chars().filter(c -> signsOf(c, signs) != null).count();
    int skip = can > most ? chance.nextInt(can - most + 1) : 0;
    int left = most;
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) {
      String[] those = signsOf(c, signs);
      if (those == null || left == 0 || skip-- > 0) {
        out.append(c);
      } else {
        out.append(pick(chance, those));
        left--;
      }
    }
    return out.toString();
  }

  private static String[] signsOf(int letter, String[] signs) {
    for (String some : signs) {
      if (some.charAt(0) == letter) {
        return some.substring(1).split(" ");
      }
    }
    return null;
  }
}
