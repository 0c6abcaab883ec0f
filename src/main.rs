fn main(){ let a:Vec<String>=std::env::args().collect();
 if a.len()>1 && a[1]=="search" { let q=a.last().unwrap(); let p=griot::pack::embedded().unwrap(); let i=griot::search::Index::new(&p);
   let r=i.search(&p,q,5); let h:Vec<String>=r.names.iter().map(|h| format!("{{\"id\":\"{}\",\"tier\":\"{}\",\"score\":{}}}",p[h.entity].id,h.tier.name(),h.score)).collect();
   println!("{{\"hits\":[{}]}}",h.join(",")); return; }
 let (p,probs)=griot::pack::embedded_checked(); for x in &probs{println!("{x}");} println!("{} {}", p.is_some(), probs.len());
 let t=std::time::Instant::now(); let p=griot::pack::embedded(); println!("{:?} {}", t.elapsed(), p.is_ok()); }
