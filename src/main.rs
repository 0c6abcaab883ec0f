use griot::{
    app::{App, Settings},
    store::Store,
};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    if a.len() > 1 && a[1] == "search" {
        let q = a.last().unwrap();
        let p = griot::pack::embedded().unwrap();
        let i = griot::search::Index::new(&p);
        let r = i.search(&p, q, 5);
        let h: Vec<String> = r
            .names
            .iter()
            .map(|h| format!("{{\"id\":\"{}\",\"tier\":\"{}\",\"score\":{}}}", p[h.entity].id, h.tier.name(), h.score))
            .collect();
        println!("{{\"hits\":[{}]}}", h.join(","));
        return;
    }
    if a.len() > 1 && a[1] == "check" {
        let (p, probs) = griot::pack::embedded_checked();
        for x in &probs {
            println!("{x}");
        }
        println!("{} {}", p.is_some(), probs.len());
        return;
    }
    let pack = griot::pack::embedded().unwrap();
    let s = Settings::default();
    let mut app = App::new(pack, ratatui::layout::Size { width: 80, height: 24 }, s);
    let store = Store::open();
    if let Some(w) = store.restore(&mut app, s) {
        eprintln!("{w}");
    }
    griot::term::run(app, store).unwrap();
}
