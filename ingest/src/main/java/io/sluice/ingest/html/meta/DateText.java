package io.sluice.ingest.html.meta;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and machines write them, as ISO 8601: numbers in the order that their separators
 * and the page's language tell, names of months in eighteen languages, Chinese, Japanese and Korean
 * dates. Years 1980 to 2099 only; what is ambiguous beyond that is no date.
 */
final class DateText {
  private static final int LONGEST = 200;
  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2099;

  private static final Pattern ISO =
      Pattern.compile(
          "(?<![0-9])([12][0-9]{3})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:(?:T|t|\\s+)([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:[.,][0-9]{1,9})?"
              + "\\s*(Z|z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?(?![0-9])");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<![0-9])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:T?([0-2][0-9])([0-5][0-9])(?:[0-5][0-9])?)?(?![0-9])");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![0-9])((?:19|20)[0-9]{2})\\s*(?:[./]|年|년)\\s*([0-9]{1,2})\\s*(?:[./]|月|월)\\s*([0-9]{1,2})(?![0-9])");
  private static final Pattern DOTS =
      Pattern.compile(
          "(?<![0-9.])([0-9]{1,2})\\.\\s?([0-9]{1,2})\\.\\s?((?:19|20)?[0-9]{2})(?![0-9])");
  private static final Pattern SLASHES =
      Pattern.compile("(?<![0-9/])([0-9]{1,2})[/-]([0-9]{1,2})[/-]((?:19|20)[0-9]{2})(?![0-9])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]*(?:de\\s+|of\\s+|d['’])?(\\p{L}{3,12})\\.?,?[\\s-]*(?:de[l]?\\s+)?((?:19|20)[0-9]{2})(?![0-9])");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}{3,12})\\.?\\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)[0-9]{2})(?![0-9])");

  private static final Map<String, Integer> MONTHS = months();

  private DateText() {}

  private static Map<String, Integer> months() {
    String[] names = {
      "january jan januar janvier janv enero ene janeiro gennaio gen januari styczen stycznia sty"
          + " leden ledna januarja sijecnja ocak oca ianuarie ian tammikuu tammikuuta янв январь января"
          + " сiчня ιανουαριου ιαν januar janner jaen jaenner januara",
      "february feb februar fevrier fevr febrero fevereiro fev febbraio februari luty lutego lut unor"
          + " unora veljace subat sub februarie helmikuu helmikuuta фев февраль февраля лютого φεβρουαριου φεβ feber februara",
      "march mar marz maerz mrz mars marzo março marco maart mrt marzec marca brezen brezna ozujka mart"
          + " martie maaliskuu maaliskuuta мар март марта березня μαρτιου μαρ marts",
      "april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna travnja nisan nis aprilie"
          + " huhtikuu huhtikuuta апр апрель апреля квiтня απριλιου απρ aprila",
      "may mai mayo maio maggio mag mei maj maja kveten kvetna svibnja mayis mayıs toukokuu toukokuuta май мая"
          + " травня μαιου μαι",
      "june jun juni juin junio junho giugno giu czerwiec czerwca cze cerven cervna lipnja haziran haz"
          + " iunie iun kesakuu kesakuuta июн июнь июня червня ιουνιου ιουν",
      "july jul juli juillet juil julio julho luglio lug lipiec lipca lip cervenec cervence srpnja temmuz"
          + " tem iulie iul heinakuu heinakuuta июл июль июля липня ιουλιου ιουλ julij",
      "august aug aout agosto ago augustus sierpien sierpnia sie srpen srpna kolovoza agustos"
          + " elokuu elokuuta авг август августа серпня αυγουστου αυγ augusti avgust",
      "september sep sept septembre septiembre setiembre setembro set settembre wrzesien wrzesnia wrz zari"
          + " rujna eylul eyl septembrie syyskuu syyskuuta сен сент сентябрь сентября вересня σεπτεμβριου σεπ",
      "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz rijen"
          + " rijna listopada ekim eki octombrie lokakuu lokakuuta окт октябрь октября жовтня οκτωβριου οκτ",
      "november nov novembre noviembre novembro listopad lis listopadu studenoga kasim kas noiembrie noi"
          + " marraskuu marraskuuta ноя нояб ноябрь ноября листопада νοεμβριου νοε",
      "december dec dezember dez decembre diciembre dic dezembro dicembre grudzien grudnia gru prosinec"
          + " prosince prosinca aralik ara decembrie joulukuu joulukuuta дек декабрь декабря грудня δεκεμβριου δεκ desember des"
    };
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ")) {
        months.putIfAbsent(plain(name), i + 1);
      }
    }
    return Map.copyOf(months);
  }

  /** Lower case, without accents. */
  private static String plain(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return apart.replaceAll("\\p{Mn}", "").replace('ı', 'i');
  }

  /**
   * The first date in a text: a timestamp where a time of day stands with it in ISO form, else a
   * date; null where there is none.
   *
   * @param language of the page, which tells 3/4/2020 from 4/3/2020; may be null
   */
  static String parse(String written, String language) {
    String text = Names.tidy(written, LONGEST);
    if (text == null || !plausible(text)) {
      return null;
    }
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      String date = date(iso.group(1), iso.group(2), iso.group(3));
      return date == null || iso.group(4) == null ? date : date + time(iso);
    }
    String date = numbers(YEAR_FIRST.matcher(text), 1, 2, 3);
    date = date != null ? date : named(text);
    date = date != null ? date : numbers(DOTS.matcher(text), 3, 2, 1);
    date = date != null ? date : slashes(text, language);
    return date != null ? date : numbers(COMPACT.matcher(text), 1, 2, 3);
  }

  /** Whether there is a year, or two full stops as in 17.5.23: cheaper than to try all patterns. */
  private static boolean plausible(String text) {
    int stops = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        stops++;
      } else if ((c == '1' || c == '2')
          && i + 3 < text.length()
          && text.charAt(i + 1) == (c == '1' ? '9' : '0')
          && digit(text.charAt(i + 2))
          && digit(text.charAt(i + 3))) {
        return true;
      }
    }
    return stops > 1;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String time(Matcher iso) {
    int hour = Integer.parseInt(iso.group(4));
    int minute = Integer.parseInt(iso.group(5));
    String second = iso.group(6) == null ? "00" : iso.group(6);
    if (hour > 23 || minute > 59 || Integer.parseInt(second) > 59) {
      return "";
    }
    String zone = iso.group(7) == null ? "" : iso.group(7).toUpperCase(Locale.ROOT);
    if (zone.equals("UTC") || zone.equals("GMT")) {
      zone = "Z";
    } else if (zone.length() == 3) {
      zone += ":00";
    } else if (zone.length() == 5) {
      zone = zone.substring(0, 3) + ":" + zone.substring(3);
    }
    return "T" + iso.group(4) + ":" + iso.group(5) + ":" + second + zone;
  }

  private static String numbers(Matcher found, int year, int month, int day) {
    while (found.find()) {
      String date = date(found.group(year), found.group(month), found.group(day));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static String slashes(String text, String language) {
    Matcher found = SLASHES.matcher(text);
    while (found.find()) {
      int first = Integer.parseInt(found.group(1));
      int second = Integer.parseInt(found.group(2));
      boolean english = language == null || language.toLowerCase(Locale.ROOT).matches("en(?:-us)?");
      boolean monthFirst = second > 12 || (first <= 12 && english);
      String date =
          date(found.group(3), found.group(monthFirst ? 1 : 2), found.group(monthFirst ? 2 : 1));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static String named(String text) {
    Matcher day = DAY_FIRST.matcher(text);
    while (day.find()) {
      Integer month = MONTHS.get(plain(day.group(2)));
      if (month != null) {
        return date(day.group(3), month.toString(), day.group(1));
      }
    }
    Matcher month = MONTH_FIRST.matcher(text);
    while (month.find()) {
      Integer number = MONTHS.get(plain(month.group(1)));
      if (number != null) {
        return date(month.group(3), number.toString(), month.group(2));
      }
    }
    return null;
  }

  /** The date of three numbers, two digits of a year meaning 1980 to 2079; null where none. */
  static String date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (year.length() == 2) {
      y += y >= FIRST_YEAR % 100 ? 1900 : 2000;
    }
    if (y < FIRST_YEAR || y > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
