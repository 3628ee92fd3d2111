package org.entente.analysis.forecast.ranking;
import java.nio.file.Path;
import java.util.*;
import org.entente.analysis.forecast.history.*;
public final class Trial {
  static long t0 = System.nanoTime();
  static void say(String s){ System.out.printf("%.1fs cpu %.1f %s%n", (System.nanoTime()-t0)/1e9, ((com.sun.management.OperatingSystemMXBean)java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()/1e9, s);}
  static void show(String name, List<Rank> ranks){
    double mrr=0,h1=0,h3=0,h10=0; double[] st=new double[3]; int[] n=new int[3]; double[] dir=new double[2]; int[] dn=new int[2];
    for (Rank r: ranks){ mrr+=1/r.rank(); if(r.rank()<=1)h1++; if(r.rank()<=3)h3++; if(r.rank()<=10)h10++; st[r.stratum().ordinal()]+=1/r.rank(); n[r.stratum().ordinal()]++; int d=r.inverse()?1:0; dir[d]+=1/r.rank(); dn[d]++;}
    double N=ranks.size()/100.0;
    say(String.format("%s n=%d MRR %.2f H1 %.2f H3 %.2f H10 %.2f | obj %.2f subj %.2f | strata %s %.1f %.1f %.1f", name, ranks.size(), mrr/N,h1/N,h3/N,h10/N, 100*dir[0]/dn[0],100*dir[1]/dn[1],Arrays.toString(n),100*st[0]/n[0],100*st[1]/n[1],100*st[2]/n[2]));
  }
  public static void main(String[] a) throws Exception {
    History h = HistoryFile.read(Path.of(a[0]));
    say(h.size()+" events, "+h.days()+" days, "+h.actors().size()+" actors");
    try (Workers w = new Workers(2)) {
      if (a.length>1 && a[1].equals("rec")) {
        show("strict", new Walk(h,w).recurrency(334,365,0));
        show("comb", new Walk(h,w).recurrency(334,365,1e-3));
        show("comb", new Walk(h,w).recurrency(334,365,1e-5));
        return;
      }
      Walk walk = new Walk(h,w);
      walk.to(214); say("to 214");
      Sample s = walk.sample(214,304,1); say("sampled "+s.size());
      walk.to(334); say("to 334");
      Scale scale = Scale.of(s);
      for(int g=0;g<s.size();g++) scale.apply(s.get(g).features());
      LogLinear lin = LogLinear.fit(s,scale,1,w); say("linear fit");
      Perceptron mlp = a.length>1&&a[1].equals("mlp")? Perceptron.fit(s,scale,1,w):null; say("mlp fit");
      s=null;
      if (mlp!=null) { Walk w2=walk; show("mlp", walk.ranks(334,365,mlp)); walk=new Walk(h,w); walk.to(334);}
      show("linear", walk.ranks(334,365,lin));
      for(int f=0;f<Features.COUNT;f++) System.out.printf("%6.3f %s%n", lin.weights()[f], Features.NAMES.get(f));
    }
  }
}
