namespace Dateline.Matching;

// Words that may stand for one another in the same place of a sentence. Written by hand; the kinds are those of Cruse 1986, Lexical Semantics, chapters 4 and
// 12 (hyponyms, cognitive synonyms, plesionyms); verbs grouped as in Levin 1993, part II; phrasal verbs: Quirk et al. 1985, 16.2 to 16.16.
internal static partial class Words
{
    /// <summary>
    /// Lines of words that are alike; behind ">" those that any word before it may stand for, but that are not alike among themselves; behind ">>" likewise, but who says
    /// the one only bears out the other ("20 soldiers", "20 people"). A plus joins a verb and its particle.
    /// </summary>
    public static readonly string[] Alike = Lines("""
        kill die slay slain claim+life > murder assassinate massacre execute behead lynch drown
        die perish succumb pass+away lose+life
        injure wound hurt maim harm > burn stab
        arrest detain apprehend nab hold seize capture round+up pick+up custody
        jail imprison incarcerate sentence
        free release liberate let+go
        charge indict accuse
        resign quit step+down step+aside stand+down resignation
        sack fire dismiss oust remove axe lay+off dismissal removal
        appoint name nominate pick select choose designate install
        elect choose
        hire recruit employ
        attack assault strike raid hit bombard target > shell bomb storm ambush
        shell bombard
        shoot gun+down open+fire fire
        explode detonate go+off blow+up explosion blast burst
        bomb device explosive > grenade
        fire blaze inferno > wildfire
        burn gut raze torch scorch
        collapse cave+in fall+down crumble
        destroy demolish wreck raze level ruin flatten devastate destruction devastation
        damage harm hit
        flood inundate swamp submerge
        erupt break+out
        begin start commence kick+off
        end finish conclude stop cease halt over termination
        stop halt suspend cease
        cancel call+off scrap abandon drop axe cancellation
        postpone delay put+off defer suspend
        approve pass adopt back endorse ratify clear okay approval adoption
        reject refuse turn+down rebuff decline spurn throw+out vote+down rejection refusal
        veto block
        ban prohibit bar outlaw forbid disallow block
        allow permit let authorise authorize enable
        agree accept consent agreement
        sign ink
        buy acquire purchase take+over acquisition takeover
        sell offload sale
        pay spend
        build construct erect construction
        repair fix mend restore
        close shut shutter shut+down closure
        open reopen inaugurate
        raise increase lift hike boost
        rise increase climb grow gain go+up > jump surge soar leap rocket
        cut reduce lower slash trim decrease reduction
        fall drop decline decrease slip slide go+down > plunge plummet tumble slump sink
        leave depart quit exit go departure
        arrive reach come land arrival
        flee escape run+away get+away break+out
        return come+back go+back
        enter go+into come+into
        withdraw pull+out pull+back retreat withdrawal
        invade march+into invasion
        advance push+forward
        send dispatch deploy ship deliver
        surrender capitulate give+up yield lay+down
        conquer capture take seize overrun occupy
        retake recapture
        win triumph prevail victory
        beat defeat overcome overpower outplay edge rout thrash crush
        help assist aid
        support back
        avoid avert prevent
        rescue save
        find discover locate uncover recover spot
        search comb scour hunt
        kidnap abduct snatch
        steal rob loot
        hijack take+over commandeer
        sink go+down
        crash smash plough slam collide collision
        hit strike ram collide+with
        show demonstrate reveal display
        plan intend aim
        try attempt seek
        ask request urge call+on
        demand insist
        order command instruct tell
        warn caution alert
        threaten menace
        promise pledge vow
        announce declare unveil
        say state tell assert claim
        deny dispute refute
        confirm acknowledge admit concede
        think believe reckon
        protest demonstrate rally march
        riot unrest disorder clash
        meet encounter
        talk speak discuss negotiate
        talks negotiations discussions consultations
        visit tour
        marry wed wedding marriage
        use employ deploy
        make create produce manufacture
        cause trigger spark provoke
        happen occur take+place come+about
        continue go+on carry+on
        keep retain maintain
        get receive obtain gain
        give hand grant award provide present
        take carry bring transport convey
        put place
        need require
        want wish desire
        know realise realize
        see spot watch witness
        lie rest
        live reside dwell
        stay remain
        wait await
        fix solve resolve address
        investigate probe inquiry investigation examine look+into
        test examine
        sue lawsuit
        convict find+guilty
        punish penalise penalize fine sanction
        cover hide conceal
        throw hurl lob fling toss
        light set ignite
        check+in enter book
        host present front
        lead head run
        quake earthquake tremor temblor
        storm > hurricane cyclone typhoon tornado blizzard
        flood deluge inundation
        landslide mudslide
        disaster catastrophe calamity tragedy
        accident crash collision mishap
        blast explosion bombing detonation
        ship vessel boat craft > tanker ferry trawler freighter warship destroyer frigate yacht submarine
        plane aircraft airplane aeroplane jet airliner > fighter helicopter
        car automobile auto
        vehicle >> car automobile auto truck lorry van bus taxi minibus motorcycle
        truck lorry
        train > locomotive
        road street highway motorway
        gun weapon firearm > rifle pistol revolver shotgun handgun
        bullet shot round
        missile rocket projectile
        drone uav
        troops soldiers forces army military servicemen > infantry paratroopers marines
        soldier serviceman trooper troop
        rebel insurgent militant fighter guerrilla gunman extremist
        terrorist extremist militant
        police officer policeman policemen policewoman constable detective investigator cop
        official authority
        gunman shooter attacker assailant
        thief robber burglar crook raider
        heist robbery theft raid burglary
        protester protestor demonstrator
        victim casualty dead
        people person someone somebody >> resident civilian citizen inhabitant man woman child miner worker passenger villager tourist patient student pupil employee soldier
        worker employee staff staffer labourer laborer
        boss chief head leader director > chairman president
        company firm business corporation group
        government administration authorities cabinet regime
        president leader
        minister secretary
        premier minister
        parliament legislature assembly congress > senate
        lawmaker legislator parliamentarian deputy senator congressman
        law legislation bill act statute measure
        rule regulation
        court tribunal
        judge magistrate justice
        lawyer attorney solicitor barrister counsel
        prosecutor attorney
        doctor physician medic
        hospital clinic
        school > college academy
        teacher instructor
        child kid youngster minor > baby infant toddler
        boy youth teenager teen lad
        girl youth teenager teen
        youth teenager youngster
        wife spouse partner
        husband spouse partner
        couple pair duo
        home house residence
        building structure property > house tower office
        factory plant mill works
        shop store outlet
        town city municipality > capital
        village hamlet settlement
        area region district zone province neighbourhood neighborhood quarter arrondissement
        country nation state
        border frontier
        prison jail penitentiary
        ceasefire truce armistice
        deal agreement accord pact treaty
        war conflict fighting hostilities
        battle fight clash
        money cash funds
        price cost
        profit earnings income
        wage salary pay
        cut reduction
        budget spending
        job post position role
        strike walkout stoppage
        vote ballot poll election
        poll survey
        study research
        report account
        illness disease sickness
        drug medicine medication > vaccine
        film movie picture
        actor performer star
        actress performer star actor
        game match
        football soccer
        jewellery jewelry jewel gem
        string spate series spree
        body corpse remains
        garbage rubbish trash
        petrol gasoline
        cold icy chilly freezing
        huge big large massive enormous giant vast major great
        small little tiny minor
        heavy severe torrential intense strong fierce
        serious severe grave
        fatal deadly lethal
        important key crucial vital
        new fresh
        former ex one-time
        senior top high-ranking leading
        quick fast rapid swift
        wrong false incorrect untrue
        whole entire
        nuclear atomic
        weapon arms arsenal > bomb warhead
        power energy electricity
        consent permission
        edge brink verge
        defendant suspect accused
        driver motorist
        injury wound
        fugitive escapee
        convict prisoner inmate detainee
        hostage captive
        family relative
        crowd throng mob
        beginning start outset
        night overnight
        see look
        bail bond
        elder older
        center centre
        adviser advisor
        defense defence
        theatre theater
        harbour harbor port
        labour labor
        programme program
        tonne ton
        calif california
        fla florida
        mass massachusetts
        """);

    /// <summary>Verbs that add nothing to a noun that says what is done ("launched an attack"): Quirk et al. 1985, 18.44; Levin 1993, 48 and 55.</summary>
    public const string Light = "make take give have hold launch carry conduct stage mount announce confirm issue tender submit deliver suffer undergo face see reach sign get go come put do "
        + "begin start remain become appear seem continue happen occur report keep bring locate situate add";

    /// <summary>
    /// Verbs under which it is open, or not so, that another thing is done: of wanting, trying and accusing, or implicative of its contrary (Karttunen 1971).
    /// </summary>
    public const string Governing = "refuse try attempt plan intend want seek threaten fail decline hope prepare offer agree vow pledge promise aim hesitate struggle urge propose consider avoid ask order demand forget "
        + "neglect wish expect pretend fear resist oppose discuss bid "
        + "accuse suspect charge acquit clear prevent stop bar ban block forbid keep discourage deter";

    /// <summary>Verbs that report a thing rather than do something to it (Levin 1993, 37.7; Quirk et al. 1985, 16.31).</summary>
    public const string Reporting = "report announce confirm claim describe mention cite note reveal disclose state quote add explain acknowledge admit see hear find show record detect register observe witness call label term dub "
        + "estimate put blame attribute";

    /// <summary>Words that only colour what they stand with: degree, time in the telling, and looks (Quirk et al. 1985, 7.33 and 8.104 to 8.120).</summary>
    public const string Colour = "new latest recent big large huge massive major small great good bad top key main several various certain own alleged suspected apparent entire whole total full high low long short "
        + "local nearby early late former current then soon currently today overnight yesterday tonight recently suddenly ago away back year month week day time number part way kind sort";
}
