package io.waxseal.redaction;

import io.waxseal.redaction.internal.text.Chars;
import java.util.HashSet;
import java.util.Set;

/** Words that stand in profile names and in every other text alike, so that one of them alone is nobody's name. */
final class CommonWords {

  private static final Set<String> WORDS = words();

  private CommonWords() {}

  /** Whether a word, in the form by which words are compared, is common. */
  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }

  private static Set<String> words() {
    String all = """
        the and for you your with from this that have not are was but all any can get got one two new now day way who what when where how why yes
        no ok okay hi hey hello bye please thanks thank good great best nice love like happy life live god king queen prince princess boss chief baby mom
        mum mama mommy dad daddy papa father mother brother sister son daughter wife husband family friend friends girl boy man men woman lady sir mr mrs ms miss dr
        prof me my mine we us our it its is am be do go by of to in on at an as or so if up he she they him her his will may might must would could should shall
        mark bill rich art grant grace joy hope faith rose lily daisy ivy amber ruby pearl summer autumn winter spring june april august may sunny sky star
        sun moon rain storm river angel honey sugar candy peace chance chase frank gene ray dean guy pat sue rob don nick max miles page price bush brown
        white black green gray grey young long short little big small wood stone field ford hill lake park church house home office shop store market work
        business company official support admin service services sales team group help info contact phone mobile number order account customer client agent manager
        director owner student teacher doctor nurse driver hotel restaurant cafe bar salon beauty fashion design studio photo music art sport gym school college bank
        trading traders enterprise enterprises solutions global world international real state estate online only just never always forever busy available urgent calls
        whatsapp message text call secret test user guest unknown private none null hola gracias amor vida dios feliz mi mis tu tus su sus el la los las un una unos
        unas de del al y e o u en con por para sin que es soy esta este esto ese eso si no muy mas mas bien buena bueno dia sol luz mar paz flor rosa cielo luna reina
        rey cruz santos reyes blanco negro rojo verde bello linda bella casa tienda ventas cliente pedido senor senora don dona mama papa hijo hija amigo amiga o os a
        as um uma do da dos das no na nos nas em com por para sem que eh e meu minha seu sua voce vida deus amor feliz loja vendas casa pai mae filho filha bom boa dia
        le les une des du au aux et ou dans avec pour sans sur est suis mon ma mes ton ta tes son sa ses je tu il elle nous vous ils vie dieu amour beau belle petit
        petite maison bonjour merci jour der die das den dem ein eine einer und oder aber mit von zu im am auf fur ist bin ich du er sie es wir ihr mein dein sein
        klein gross gut schon danke hallo tag haus herr frau il lo gli uno di da in con su per tra fra e ma non che sono mio mia tuo tua suo sua vita dio amore bello
        casa ciao grazie dan yang di ke dari ini itu untuk dengan ada saya kamu aku kami kita dia ibu bapak pak bu mas mbak toko jaya sinar indah cinta bunga ve bir bu
        su o ben sen biz siz ile icin ama var yok can ask gul deniz umut hayat guzel iyi anne baba abla abi van der ter te het een en ik je hij zij wij jij mijn ki ka
        ke ko se hai main mera meri tum aap ji bhai didi sir madam om shri sri ram jai mata raja rani jaan и в на не я ты он она мы вы это мой моя твой мама папа любовь
        жизнь солнце мир вера надежда роза в с по за для في من على الى و انا انت هو هي يا ام ابو الله الحمد حب امل نور بنت ابن عبد
        """;
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i) == '\n' ? ' ' : Chars.fold(all.charAt(i));
      if (c != ' ') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
