package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;

/** The words around a candidate that say what it is, of all languages together, compared without case and accents. */
final class ContextWords {

  /** A phone number is near. */
  static final int PHONE = 1;

  /** "Number" alone: a phone number only if it also has the shape of one. */
  static final int NUMBER = 1 << 1;

  /** Another kind of number is near: an order, a price, an identity number. */
  static final int OTHER = 1 << 2;

  /** A payment card is near. */
  static final int CARD = 1 << 3;

  /** A password follows. */
  static final int PASSWORD = 1 << 4;

  /** A password may follow, if it looks like one. */
  static final int PASS = 1 << 5;

  /** A PIN follows. */
  static final int PIN = 1 << 6;

  /** A PIN or a postal code follows (India says "pin code" for both). */
  static final int PIN_CODE = 1 << 7;

  /** A one-time code follows. */
  static final int OTP = 1 << 8;

  /** A code of some kind follows. */
  static final int CODE = 1 << 9;

  /** A card verification value follows. */
  static final int CVV = 1 << 10;

  /** "Is", "lautet", "es": ties the word before it to the value after it. */
  static final int COPULA = 1 << 11;

  /** A word that is said of passwords and is not one. */
  static final int NOT_SECRET = 1 << 12;

  /** Makes a code something public: postal, area, discount, error. */
  static final int PUBLIC_CODE = 1 << 13;

  /** A unit or currency after a number. */
  static final int UNIT = 1 << 14;

  /** Says of a number before it whose phone it is: "office", "fax". */
  static final int PHONE_AFTER = 1 << 15;

  /** A date of birth is near. */
  static final int BIRTH = 1 << 16;

  /** The end of a card's validity is near. */
  static final int EXPIRY = 1 << 17;

  /** The code of a bank is near. */
  static final int BIC = 1 << 18;

  /** A social security number is near. */
  static final int SSN = 1 << 19;

  /** "As", "als", "como": ties a code before it to the word after it. */
  static final int AS = 1 << 20;

  /** All words near which a value may stand that is partly spelled in letters or masked. */
  static final int SPELLED = BIRTH | EXPIRY | BIC | SSN;

  /** All words after which a secret may follow. */
  static final int SECRET = PASSWORD | PASS | PIN | PIN_CODE | OTP | CODE | CVV;

  /** The words that say of what kind a value is; those that announce numbers of {@link IdentifierTable} are numbered. */
  static final Lexicon KINDS = kinds();

  /** The words that tie a value to such a word, and those that are said of secrets. */
  static final Lexicon SPEECH = speech();

  private ContextWords() {}

  private static Lexicon kinds() {
    Lexicon.Builder words = new Lexicon.Builder(SECRET | SPELLED);
    phones(words);
    otherNumbers(words);
    cards(words);
    secrets(words);
    publicCodes(words);
    announcing(words, BIRTH, "DATE_OF_BIRTH");
    announcing(words, EXPIRY, "CARD_EXPIRY");
    announcing(words, BIC, "BIC");
    announcing(words, SSN, "US_SSN");
    IdentifierTable.STANDARD.numberWords(words);
    return words.build();
  }

  /** Flags the words of the table that announce a type, but for the shortest, which also mean much else. */
  private static void announcing(Lexicon.Builder words, int flag, String type) {
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      if (identifier.type().name().equals(type)) {
        for (String word : IdentifierTable.STANDARD.announcing(identifier)) {
          if (word.length() > 2 || Chars.isUnspaced(word.charAt(0))) {
            words.add(flag, word.replace(",", " "));
          }
        }
      }
    }
  }

  private static void phones(Lexicon.Builder words) {
    words.add(PHONE, """
        phone, phones, phone number, telephone, call, calling, text, txt, sms, whatsapp, whats app, whats, whatsap, wapp, wa, tel,
        telf, tlf, tlfn, tfno, mobile, mobile no, mob, cell, cellphone, cell phone, landline, fax, dial, ring me, reach me, my number, my num, my no, our number,
        new number, your number, his number, her number, contact no, contact number, contact me, phone no, msisdn, imessage, signal me, hit me up
        teléfono, telefono, telefonos, teléfonos, tele, fono, celular, cel, móvil, movil, moviles, llámame, llamame, llamar, llame, llamen, llama al, marca al, mi número, mi numero, su número,
        tu número, número de contacto, nro de contacto, guasap, wasap, whatsapeame, escríbeme al, bizum, yape, yapea, yapear, plin, nequi, daviplata
        telefone, fone, zap, zapzap, whats, ligar, liga, ligue, me liga, me ligue, telemóvel, telemovel, meu número, seu número, chama no, número de contato, contato
        Handy, Handynummer, Handynr, Mobil, Mobilnummer, Mobiltelefon, Telefon, Telefonnummer, Telefonnr, Rufnummer, Rückrufnummer, ruf mich, rufen Sie, ruf an, rufen, anrufen, Durchwahl,
        meine Nummer, Ihre Nummer, deine Nummer, neue Nummer, erreichbar unter, erreichen, Festnetz
        téléphone, telephone, portable, tél, gsm, appelle, appelez, appelle-moi, appeler, mon num, mon numéro, ton numéro, votre numéro, notre numéro, joindre, joignable, rappelle, rappelez, numéro de portable
        telefono, cellulare, cell, chiamami, chiama, chiamare, chiamate, chiamatemi, mio numero, tuo numero, vostro numero, recapito
        फ़ोन, फोन, मोबाइल, मोबाईल, कॉल, व्हाट्सएप, व्हाट्सऐप, मेरा नंबर, मेरा नम्बर, mera number, mera no, mera num, mera mobile, apna number, mobile number, mob no, ph no, ph, phone karo, call karo
        nomor saya, no saya, nomor hp, no hp, nohp, hp, hubungi, telepon, telpon, telp, nomor wa, no wa, ponsel, hape, nomor telepon, nomor telefon, telefon bimbit
        هاتف, الهاتف, هاتفي, هاتفك, جوال, الجوال, جوالي, جوالك, موبايل, الموبايل, موبايلي, رقمي, رقمك, اتصل, اتصلي, اتصال, واتساب, واتس, الواتساب, الواتس, تلفون, التلفون, تليفون, كلمني, رقم الهاتف, رقم الجوال, رقم الموبايل
        cep telefonu, cep telefonum, cep no, cep numaram, cebim, telefon*, tel no, tel, numaram, numaramız, ara beni, beni ara, arayın, arayınız, arar mısın, gsm no, whatsapp hattı, hattım
        телефон*, тел, моб, мобильн*, сотов*, мой номер, ваш номер, номер телефона, звони*, позвони*, звонить, перезвони*, набери*, ватсап, вотсап, вацап, вайбер, дзвони*, подзвони*, мій номер
        电话, 電話, 手机, 手機, 致电, 拨打, 联系方式, 联系电话, 电话号码, 手机号, 我的号码, 微信同号, 携帯, 携帯番号, 電話番号, ケータイ, お電話, 전화, 전화번호, 휴대폰, 핸드폰, 연락처, 폰번호
        telefoon*, telefoonnummer, mobiel, mobiele nummer, bel, bel me, bel mij, bellen, mijn nummer, telefonu, zadzwoń, zadzwon, dzwoń, dzwon, komórka, komorka, mój numer, numer telefonu, zavolej, volejte, mobilní,
        můj číslo, moje číslo, ring, ring mig, mitt nummer, mit nummer, mobilnummer, puhelin*, soita, numeroni, sună, sunati, telefonul, numărul meu, hívj, hívjon, telefonszám*, mobilszám*, τηλέφωνο, κινητό, τηλ, điện thoại, sđt, số điện thoại, gọi
        โทร, เบอร์, เบอร์โทร, มือถือ, namba yangu, simu, nipigie, piga, nambari yangu, nambari ya simu, namba ya simu, m-pesa, mpesa
        فون, فون نمبر, موبائل, میرا نمبر, کال, نمبر میرا, شماره من, شماره تماس, شماره تلفن, شماره موبایل, تلفن, موبایل, تماس, همراه, زنگ بزن, زنگ, טלפון, נייד, פלאפון, מספר שלי, המספר שלי, תתקשר, תתקשרי, להתקשר, וואטסאפ
        mon 06, mon 07, ton 06, son 06, mijn nr, je nr, mijn mobiel, mein Nr, mio num, mi num, celu, celus, fijo, márcame, marcame, marcar al, timbrame, échame un cable, mi cell, mi tel, mi telf, contáctame, contactame, mi nuevo número, nuevo número, mi whats, tlm, telem, telemov, contactos, fone fixo, residencial, natel, mein Handy, meine Nr, neue Nr, Rufnr, fon, fixe, ligne fixe, numéro perso, nuovo numero, nieuw nummer, nowy numer, mój nr, nr tel, nr telefonu,
        toll free, toll-free, hotline, helpline, reach us, new no, new num, my nr, my cell, give me a call, naya no, naya number, naya num, purana number, whatsapp no, nomor baru, kontak saya, новый номер, мой тел, yeni numaram, sabit hat, số của tôi, số mình, số mới, số đt,
        座机, 座機, 固话, 新号码, 我电话, 打我, 自宅電話, 内線, 제 번호, 내 번호, 새 번호, 핸드폰번호, 휴대전화, 연락주세요, המחמול, הטלפון, הנייד, הפלאפון, מספר הטלפון, המספר החדש, טל, رقمي الجديد, رقم جديد, المحمول, محمول, رقم التواصل, للتواصل, گوشی, شماره جدید, نیا نمبر, ফোন নম্বর, আমার নাম্বার, নাম্বারটা, namba mpya, namba yangu mpya, nambari mpya
        mi chiami, mi chiama, chiamarmi, richiamami, richiamatemi, numaramı, numaramdan, manda mensagem, mande mensagem, mensagem no, me chame, me chamar, запишите номер, запиши номер, сохраните номер, сохрани номер, номер для связи, erreichbar, zurückrufen, llamarme, llámenme, llamadme, comunicarse al, comunícate al, contactarme, rappeler, contacter, me contacter, bereikbaar, terugbellen, oddzwoń, dzwonić, تواصلوا,
        contact:, his no, her no, phone on the account, phone on my account, phone on file, number on the account, number on my account, number on file, Rückruf, Rückruf unter, 支付宝, 支付寶, 微信, 微信号, 微信號, cp no, cp num, cp ko, موبایلم, تلفنم, شمارم, شماره‌ام, گوشیم, همراهم, a számom, az én számom, az új számom, mobilom, माझा नंबर, என் எண், தொலைபேசி, மொபைல், போன், కాల్, ఫోన్, మొబైల్, నా నంబర్, ફોન, મોબાઇલ, મોબાઈલ, મારો નંબર, ਫੋਨ, ਮੋਬਾਈਲ, ਮੇਰਾ ਨੰਬਰ, ಫೋನ್, ಮೊಬೈಲ್, ನನ್ನ ನಂಬರ್, ഫോൺ, മൊബൈൽ, എന്റെ നമ്പർ,
        ফোন, মোবাইল, আমার নম্বর, কল, হোয়াটসঅ্যাপ, bkash, বিকাশ, nagad, gcash, swish, vipps, venmo, zelle
        """);
    words.add(
        PHONE_AFTER,
        "office, fax, desk, mobile, cell, home, landline, work, oficina, escritório, büro, bureau, ufficio");
    words.add(PHONE, "answering, answering at, message to, messages to, desk");
    words.add(PHONE, "wa id, waid, recipient id, display phone number");
    words.add(NUMBER, """
        s no, mine is, m:, t:, p:, c:, h:, number, num, número, numero, numéro, Nummer, Nr, nomor, nomer, numara, numarası, номер, numer, nummer, رقم, الرقم, numaram, numaramız, नंबर, नम्बर, নম্বর, نمبر, شماره,
        מספר, 号码, 番号, 번호, namba, nambari, contact, contacto, contato, kontak, cep, pix, chave pix, नाम्बार, নাম্বার
        """);
  }

  private static void otherNumbers(Lexicon.Builder words) {
    words.add(OTHER, """
        order, orders, order no, order id, order number, invoice, inv, bill, receipt, ref, reference, ref no, ticket, tracking, track, awb, shipment, parcel, usps, ups, fedex, dhl, case, sku, version, ver, price, total,
        qty, quantity, score, amount, sum, balance, transaction, txn, txid, trx, utr, part no, part, serial, model, batch, lot, isbn, ean, gtin, barcode, imei, vin, epoch, timestamp, row, id, id number, member, membership,
        policy, customer no, customer number, account, acct, a/c, account number, iban, routing, sort code, ssn, social security, nhs, nino, ni number, tfn, abn, npi, dea, passport, license, licence, dl, zip, zipcode, postcode, postal code, po box, room, flat, population,
        customer, client, kunde, gate, flight, train, seat, booking, reservation, pnr, confirmation, coupon, voucher, gift card, tax id, ein, vat, nin, bvn, medicare, chassis, plate, section, chapter, page, wallet, height, weight, steps, views, followers, points, code, otp, pin
        cliente, pedido, pedidos, factura, guía, guia, folio, expediente, precio, cuenta, dni, nie, nif, rut, curp, rfc, cuit, cuil, cédula, cedula, ruc, nit, clabe, cbu, importe, monto, boleta, recibo, envío, envio, código, codigo, pasaporte, referencia, contrato, póliza, poliza, matrícula
        nota, nota fiscal, nf-e, nfe, rastreio, protocolo, processo, valor, cpf, cnpj, rg, conta, agência, boleto, pis, título de eleitor, encomenda, chave, série
        Bestellung, Bestellnummer, Bestellnr, Rechnung, Rechnungsnummer, Rechnungsnr, Artikel, Artikelnr, Artikelnummer, Kundennr, Kundennummer, Sendung, Sendungsnummer, Auftrag, Auftragsnummer, Auftragsnr, Aktenzeichen, Konto, Kontonummer, Steuer-ID, IdNr, Steuernummer, Ausweis, Personalausweis,
        Preis, Betrag, Vertrag, Vertragsnummer, Versicherungsnummer, AHV, SVNR, Zählernummer, Seriennummer, Ticketnummer, Vorgang, Vorgangsnummer, Zimmer, PLZ, BIC
        commande, facture, colis, dossier, montant, prix, compte, siren, siret, sécu, sécurité sociale, nir, niss, numéro de commande, numéro de suivi, suivi, contrat, carte vitale, code, référence, passeport, rib
        ordine, fattura, spedizione, pratica, prezzo, importo, conto, codice fiscale, partita iva, p.iva, tessera, codice, bolletta, pacco, scontrino
        ऑर्डर, आर्डर, बिल, आधार, कीमत, खाता, aadhaar, aadhar, adhar, pan, gst, gstin, ka rate, khata, uidai, epic, ration
        pesanan, resi, harga, rek, rekening, nik, ktp, npwp, invois, nomor pesanan, no resi, no pesanan, kode, faktur, tagihan
        طلب, الطلب, طلبي, طلبية, فاتورة, الفاتورة, سعر, السعر, شحنة, الشحنة, حساب, الحساب, هوية, الهوية, رقم الطلب, رقم الشحنة, رقم الفاتورة, رقم الهوية, آيبان, ايبان, رمز, الرمز, كود, إقامة, اقامة, سفارش, کد ملی, شبا, آرڈر, شناختی
        müşteri, sipariş, siparişim, fatura, takip, takip no, fiyat, hesap, kargo, kimlik, tc, tckn, vergi no, rezervasyon, kod
        клиент*, заказ, заказа, трек, трек-номер, счёт, счет, цена, накладн*, посылк*, инн, снилс, паспорт*, полис*, счета, счёта, договор*, артикул, код, замовлен*, рахунок, сумма
        客户, 客戶, お客様, 订单, 訂單, 快递, 快遞, 单号, 單號, 身份证, 身分證, 金额, 价格, 验证码, 账号, 帐号, 注文, 伝票, 価格, マイナンバー, 認証コード, 口座, 주문, 주문번호, 송장, 운송장, 가격, 계좌, 계좌번호, 주민등록번호, 인증번호
        bestelling, bestelnummer, ordernummer, factuur, factuurnummer, bsn, zamówienie, zamówienia, zamowienie, faktura, faktury, pesel, nip, regon, konto, konta, dowodu, paszportu, účtu, pasu, objednávka, objednávky, rodné číslo, beställning, ordrenummer, tilaus, comandă, comanda, rendelés, παραγγελία, đơn hàng, mã đơn, oda, agizo, הזמנה, הזמנה מספר, חשבונית, ת.ז, תעודת זהות, অর্ডার
        tc kimlik numaram, tc kimlik numaramız, tc kimlik numaranız, tc numaram, kimlik numaram, vergi numaram, hesap numaram, pasaport numaram,
        size, sizes, talla, talle, tamanho, taille, Größe, taglia, размер, ukuran, beden, rozmiar, maat,
        usd, eur, gbp, rs, inr, rp, r$, tl, руб, idr, brl, mxn, cop, clp, ars, aed, sar, ngn, kes, zar, precio final
        """);
    words.add(UNIT, """
        usd, eur, euro, euros, gbp, rs, inr, rupees, rp, rupiah, tl, lira, руб*, рубл*, dollars, dólares, reais, pesos, dinero, ريال, درهم, دينار, جنيه, تومان, ریال, 元, 円, 원, 块, kg, g, gb, mb, kb, ml, km, px, ms, points, pts, views, followers, steps, pcs, units, people, stück, unidades, шт
        """);
  }

  private static void cards(Lexicon.Builder words) {
    words.add(CARD, """
        card, cards, card number, card no, cc, credit, debit, visa, mastercard, master card, amex, american express, discover, maestro, diners, jcb, unionpay, rupay, exp, expiry, cvv, cvc, cvv2, cvc2
        tarjeta, crédito, débito, cartão, cartao, cartões, Karte, Kreditkarte, Kartennummer, Kreditkartennummer, carte, carte bancaire, numéro de carte, cb, carta, carta di credito, numero carta, kartu, kartu kredit, nomor kartu
        بطاقة, البطاقة, بطاقتي, کارت, شماره کارت, کارڈ, kart, kartım, kart no, kredi kartı, карт*, 卡号, 信用卡, 银行卡, 卡號, カード, カード番号, クレジットカード, 카드, 카드번호, कार्ड, कार्ड नंबर, creditcard, betaalkaart, pas, karta, karty, numer karty, kort, kortnummer, kortti, card bancar, kártya, κάρτα, số thẻ, thẻ tín dụng, thẻ ngân hàng, thẻ visa, บัตร, kadi, כרטיס, כרטיס אשראי, কার্ড
        """);
  }

  private static void secrets(Lexicon.Builder words) {
    words.add(PASSWORD, """
        password, passwords, passwd, pwd, passcode, passphrase, pass word, pass phrase, passwort, kennwort, contraseña, contrasena, senha, palavra-passe, palavra passe, mot de passe, motdepasse, mdp, şifre*, sifre, sifrem, sifresi, парол*, пароль,
        كلمة السر, كلمة سر, كلمة المرور, كلمة مرور, كلمه السر, باسورد, الباسورد, الرقم السري, رقم سري, رمز عبور, رمزعبور, پسورد, گذرواژه, پاس ورڈ, پاسورڈ, סיסמה, סיסמא, הסיסמה, הסיסמא, पासवर्ड, পাসওয়ার্ড, passwordnya, passwordku, password nya, pasword, passwrod, passwrd, pass wrd, paswoord, paswort, contrasenia, contaseña, contraceña, clave wifi, clave del wifi, clave de wifi, senha wifi, code wifi, clé wifi, WLAN-Schlüssel, WLAN-Key, WiFi key, wifi pass, wifi code, nywila, neno la siri, neno siri, sandinya, parolam, hasła, סיסמה שלי, הסיסמה שלי, رمز ورود, رمزم, باسوورد, الباسوورد, پاسورد, کلمه عبور, الرقم السرى, kata sandi, kata laluan, wachtwoord, hasło, haslo, heslo, lösenord*, adgangskode*, kodeord*, passord*, salasana*,
        contraseñas, senhas, passwörter, hasł*, hesl*, jelsz*, lozink*, zapork*, geslo, parool*, slaptažod*, лозинк*, συνθηματικό, mk là, mk wifi, mk của em, mk của mình, mk của tôi, mijn ww, je ww, ww is, ww van, neno langu la siri, كلمة مروري, پسوردم, 패스워드, 비밀 번호, パスは, พาสเวิร์ด,
        jelszó, parolă, parola mea, mật khẩu, รหัสผ่าน, 密码, 密碼, 口令, パスワード, 暗証番号, 비밀번호, 비번, nenosiri, κωδικός πρόσβασης
        """);
    words.add(
        PASS,
        "pass, رمز, mi contra, la contra, contra es, mi pass, pw, psw, pswd, clave, clave de acceso, parola, sandi, passe, kode akses, Zugangscode, Zugangsdaten, password2, 암호");
    words.add(
        PIN,
        "pin, code confidentiel, code secret, codice segreto, código secreto, codigo secreto, geheimcode, clave secreta, pin bancomat, pin della carta, pin de la tarjeta, pin do cartão, pin der karte, pin de la carte, pin van de kaart, pin karty, pin карты, пин карты, رقم البطاقة السري, atm pin, pin number, pin no, card pin, pin-nummer, geheimzahl, пин, пинкод, пин-код, kartu pin, पिन, clave pin, número pin, pin kodu, pin kodum, pin-kod");
    words.add(
        PIN_CODE,
        "pin code, pincode, पिन कोड, pin kode, código pin, codigo pin, code pin, codice pin, pin-code");
    words.add(OTP, """
        otp, one time code, one-time code, one time password, one-time password, one time pin, verification code, security code, login code, access code, auth code, authentication code, confirmation code, 2fa code, 2fa, mfa code, sms code, whatsapp code
        código de verificación, codigo de verificacion, código de seguridad, código de acceso, código sms, código de confirmación, código de verificação, código de segurança, código de acesso, código de confirmação, Bestätigungscode, Sicherheitscode, Verifizierungscode, Einmalcode, mTAN, TAN-Nummer, code de vérification, code de sécurité, code de confirmation, code sms,
        codice di verifica, codice di sicurezza, codice otp, codice sms, kode verifikasi, kode otp, رمز التحقق, رمز التأكيد, كود التحقق, كود التفعيل, رمز التفعيل, doğrulama kodu, doğrulama kodunuz, onay kodu, güvenlik kodu, код подтверждения, код из смс, проверочный код, код доступа, код підтвердження,
        验证码, 驗證碼, 校验码, 動態密碼, 認証コード, 確認コード, 認証番号, ワンタイムパスワード, 인증번호, 인증코드, verificatiecode, kod weryfikacyjny, kod sms, ověřovací kód, verifieringskod, engangskode, vahvistuskoodi, mã xác nhận, mã otp, รหัส otp, קוד אימות, ओटीपी, ওটিপি, SMS-TAN, pushTAN, otp code, otp-code, one time passcode, one-time passcode, passcode sms, 6 digit code, 6-digit code, six digit code, 4 digit code, 4-digit code, your code, código otp, código de 6 dígitos, codigo de 6 digitos, tu código, tu codigo, seu código, seu codigo, teu código, dein Code, Ihr Code, 6-stelliger Code, code à 6 chiffres, code otp, ton code, votre code,
        codice a 6 cifre, il tuo codice, tuo codice, je code, uw code, kode anda, kodemu, kodenya, kode aktivasi, 6 haneli kod, kodunuz, aktivasyon kodu, aktivasyon kodunuz, onay kodunuz, onay kodunuzdur, doğrulama kodunuzdur, kodunuzdur, tek kullanımlık şifre, giriş kodu, ваш код, твой код, код активации, код для входа, одноразовый код, одноразовый пароль, ваш код подтверждения, twój kod, kod jednorazowy, kod potwierdzenia, kod autoryzacyjny,
        动态码, 短信码, 手机验证码, 短信验证码, 인증 번호, 인증 코드, 확인코드, 確認番号, ワンタイム, کد فعال سازی, کد فعالسازی, کد ورود, کد یکبار مصرف, رمز یکبار مصرف, رمز پویا, تصدیقی کوڈ, تصدیق کوڈ, او ٹی پی, কোডটি, যাচাই কোড, যাচাইকরণ কোড, ভেরিফিকেশন কোড, वेरिफिकेशन कोड, सत्यापन कोड, קוד חד פעמי, הקוד שלך, קוד הכניסה, הקוד הוא, רمزك, رمزك هو, كودك, رمز الدخول, رمز لمرة واحدة, msimbo wa uthibitisho, nambari ya siri, nambari ya uthibitisho, namba ya siri, کد تایید, کد تأیید,
        código whatsapp, código de whatsapp, código do whatsapp, codigo whatsapp, codigo de whatsapp, code whatsapp, codice whatsapp, kode whatsapp, kod whatsapp, код whatsapp, WhatsApp-Code,
        recibí el código, recibi el codigo, llegó el código, llego el codigo, llegó un código, llego un codigo, recebi o código, recebi um código, chegou o código, chegou um código, got the code, got a code, received the code, received a code, пришел код, пришёл код, получил код, получила код, reçu le code, code reçu, codice ricevuto, arrivato il codice, Code erhalten, Code bekommen, kod geldi, gelen kod, code aaya, code mila, وصلني كود, وصلني الكود, وصلني رمز, جاني كود, जो कोड आया,
        Einmalpasswort, Einmalkennwort, Einmal-Passwort, mot de passe à usage unique, contraseña de un solo uso, clave dinámica, código de uso único, codice temporaneo, codice monouso, password monouso, eenmalige code, eenmalig wachtwoord, hasło jednorazowe, говорите код, сообщайте код, называйте код, назовите код, скажите код, продиктуйте код,
        cod de verificare, cod de confirmare, cod de securitate, codul tău, код за потвърждение, ellenőrző kód, bekræftelseskode, bekreftelseskode, bekräftelsekod, engangskoden, κωδικός επιβεβαίωσης, κωδικός επαλήθευσης, κωδικός μιας χρήσης, κωδικός σας, mã xác minh, รหัสยืนยัน, รหัสคือ, tac code, kod tac, no tac, رمزك
        """);
    words.add(
        CODE,
        "code, código, codigo, codice, kode, kod, kód, kodu, kodun, कोड, কোড, msimbo, הקוד, kodum, الكود, الرمز, كودي, رمزي, کدم, token, token del banco, token do banco, token bancario, TAN ist, TAN lautet, TAN:, die TAN, eine TAN, meine TAN, код, رمز, كود, کد, کوڈ, קוד, koodi, kodi, コード, 코드, codul, кодът, kódod, koden, koodisi, tac, κωδικός, รหัส, mã là, mã xác thực, mã đăng nhập, mã của bạn");
    words.add(
        CVV,
        "cvv, cvv2, cvc, cvc2, cvn, csc, security code, código de seguridad, código de segurança, Prüfziffer, Kartenprüfnummer, cryptogramme, crypto visuel, card code, code de sécurité, Sicherheitscode, codice di sicurezza, beveiligingscode, kod bezpieczeństwa, цвв, цвс, свв");
  }

  private static Lexicon speech() {
    Lexicon.Builder words = new Lexicon.Builder(0);
    words.add(COPULA, """
        saya, saya adalah, saya ialah, saya itu, мой, is, was, are, were, will be, c'est, c’est, cest, fue, foi, son, são, était, sera, será, sarà, waren, zijn, var, jest, hain, hoga, sont, ndio, ndiyo, yaani, es, era, é, eh, ist, war, lautet, lauten, est, è, e, adalah, ialah, yaitu, это, есть, був, це, هو, هي, هى, है, हे, hai, ہے, است, là, ni, er, är, on, jest, to, este, je, είναι, הוא, היא, הינה, 是, 为, 為, は, が, 은, 는, 이, 가, সে, হল, হলো, คือ
        """);
    words.add(AS, """
        as, for, als, für, como, para, pra, comme, pour, come, per, sebagai, untuk, olarak, için, как, для, jako, do, som, voor, को, کے, لـ, כ
        """);
    words.add(NOT_SECRET, """
        see, i, we, you, he, she, they, check, contact, call, click, choose, create, look, try, get, got, have, has, had, lost, all, any, some, one, both, reset, resets, resetting, change, changed, changing, forgot, forgotten, forget, required, requires, optional, wrong, incorrect, invalid, expired, expires, expire, missing, none, null, true, false, empty, blank, undefined, unknown, hidden, secret, protected, protection, policy, manager, must, should, minimum, min, max, maximum, at, least, the, a, an, my, your, our, their,
        please, pls, plz, same, not, no, yes, ok, okay, correct, saved, updated, sent, link, here, there, again, too, very, case, sensitive, case-sensitive, weak, strong, safe, secure, in, on, for, and, or, but, so, if, when, what, how, why, which, who, it, its, this, that, is, was, be, being, will, can, could, cannot, need, needed, enter, type, set, send, ask, tell, use, used, do, did, don't, dont, never, always, still, just, only, also, now, then, field, input, login, email, e-mail, username, user, password, confirm, confirmation, recovery, help, problem, issue, error, failed, below, above, provided, default, redacted, masked, available, working, new, old, to, of, with, from, as, by, pending, tbd, todo, n/a, string, text,
        incorrecta, incorrecto, equivocada, olvidé, olvide, olvidada, olvidado, olvidaste, nueva, cambiar, cambiada, caducada, caducó, requerida, obligatoria, inválida, errónea, la, el, su, tu, mi, no, por, favor, por favor, muy, segura, débil, correcta, restablecer, recuperar, vencida, que, de, un, una, para
        incorreta, errada, esqueci, esquecida, nova, trocar, alterada, expirada, expirou, inválida, obrigatória, sua, minha, não, fraca, forte, redefinir, o, os, as
        falsch, vergessen, abgelaufen, erforderlich, geändert, zurücksetzen, ungültig, neu, neues, neue, nicht, bitte, mein, dein, ihr, das, der, die, ändern, sicher, leer, zu, pflichtfeld
        oublié, incorrect, expiré, nouveau, requis, invalide, changé, modifier, réinitialiser, le, les, votre, mon, ton, pas, trop, obligatoire, perdu
        sbagliata, dimenticata, scaduta, errata, nuova, non, obbligatoria, cambiare, salah, lupa, baru, kadaluarsa, wajib, anda, saya, yang, tidak, yanlış, unuttum, hatalı, gerekli, geçersiz, yeni, değil, значит, неверный, неверен, забыл, забыла, новый, не, обязателен, истёк, мой, ваш, خطأ, خاطئة, نسيت, جديدة, गलत, भूल, galat, bhool, 错误, 不对, 忘记, 忘了, 必填, 無効, 忘れ, 忘れました, 必須, 틀렸, 잊어, 필수, verkeerd, vergeten, verlopen, verplicht, nieuw, złe, zapomniałem, zapomniałam, nieprawidłowe, wymagane, nowe
        """);
    return words.build();
  }

  private static void publicCodes(Lexicon.Builder words) {
    words.add(PUBLIC_CODE, """
        สินค้า, ส่วนลด, ไปรษณีย์, คูปอง, พัสดุ, ลูกค้า, προϊόντος, έκπτωσης, κουπονιού, παραγγελίας, πελάτη, produs, produsului, reducere, reducerii, promocyjny, promocyjnego, kuponhoz, termék, kedvezmény, rabatkode, rabattkode, boarding, 商品, 产品, 產品, 製品, 상품, 제품, 优惠券, クーポン, 쿠폰, 쿠폰번호, تخفيض, قسيمة, تخفیف, קופון, מבצע, মূল্য, ডিসকাউন্ট, डिस्काउंट, कूपन, kortings, korting, kupon, rabat, door, gate, artikel, artículo, article, articolo, artigo, sertifikat, item, boarding, पिन, पोस्टल, bus, day, week, weekly, monthly, season, ski, train, metro, travel, event, guest, visitor, museum, rail, pin, postal, post, zip, area, country, dial, dialing, error, status, exit, promo, promotional, discount, coupon, voucher, referral, referal, product, item, sku, dress, source, bar, qr, hs, color, colour, morse, building, order, swift, bank, branch, sort, ifsc, tracking, booking, reference, airport, penal, civil, tax, unit, invite, género, parking, lock box, class, course, game, party, store, offer, stock, model, batch, part, style, team, cheat, gate,
        descuento, postal, promocional, de descuento, de área, producto, de producto, desconto, de desconto, produto, de barras, postale, sconto, di sconto, fiscale, postleitzahl, rabatt, gutschein, fehler, erreur, barre, civil, promo, réduction, pos, pocztowy, rabatowy, produk, diskon, indirim, posta, ошибки, товара, скидки, региона, почтовый, الخصم, خصم, المنتج, البريدي, 邮政, 优惠, 割引, エラー, 할인, 우편
        """);
  }
}
